import { toTimes } from './read-schedules.ts';
import type { Resolved } from './resolve.ts';

/** Kinds of items that have a question of their own. */
const REASONS = [
  'not',
  'frequency',
  'once',
  'vague',
  'breaking',
  'count',
  'window',
  'time',
  'channel',
  'elsewhere',
  'pictures',
] as const;

/** Words that were not understood, and why. */
export interface Problem {
  kind: (typeof REASONS)[number] | 'unknown' | 'zone' | 'schedules' | 'end' | 'meridiem';
  /** As typed. */
  words: string;
  /** Of a typing error: the word that was probably meant. */
  meant?: string;
  /** The topic directly before the words, which they may belong to: `formula` before `1`. */
  before?: string;
  /** Times to choose from, if they may be before or after noon. */
  choices?: readonly (readonly string[])[];
}

/** Words that need no meaning of their own once the rest is understood. */
const IGNORABLE = /^(?:filler|at|and|comma|from|heads|zoneWord|every|all|oclock)$/u;
const UNDERSTOOD =
  /^(?:clock|days|daily|weekly|twice|instant|zone|source|word|placeTopic|quoted|unwanted|headlines|brief|full|line|meridiem)$/u;

/** A dash between spaces, or the word `to` that belongs to no range: `send to me`. */
function isDash({ kind, start, end }: Resolved, typed: string): boolean {
  return kind === 'to' && /^(?: . | ?to )$/iu.test(typed.slice(Math.max(0, start - 1), end + 1));
}

interface Request {
  items: readonly Resolved[];
  typed: string;
}

interface Reading extends Request {
  /** Those that are not excluded. */
  wanted: readonly Resolved[];
  /** Negations of nothing, and words that may be excluded or not. */
  leftOver: readonly Resolved[];
  /** Empty if there is only one. */
  schedules: readonly unknown[];
}

/** Finds what was not understood in a request, in the order in which to ask about it. */
export function findProblems({ items, typed, wanted, leftOver, schedules }: Reading): readonly Problem[] {
  const unread = [
    ...wanted.filter((item, at) => {
      const isLead = item.kind === 'to' && wanted[at + 1]?.kind === 'zone';
      return !isLead && !UNDERSTOOD.test(item.kind) && !IGNORABLE.test(item.kind) && !isDash(item, typed);
    }),
    ...leftOver,
  ];
  const zoneItems = wanted.filter(({ kind }) => kind === 'zone');
  const unclear = zoneItems.filter(({ zones = [] }) => zones.length !== 1);
  const others = zoneItems.slice(1).filter(({ zones }) => zones?.[0] !== zoneItems[0]?.zones?.[0]);
  const isBlank = !items.some(({ kind }) => UNDERSTOOD.test(kind) || /^(?:all|heads)$/u.test(kind));
  const [first, last] = [items[0], items.at(-1)];
  const blank =
    isBlank && unread.length === 0 && first && last ? [{ kind: 'unknown', words: typed.trim() } as const] : [];
  return [
    ...joinSpans(
      [...unread, ...others].toSorted((one, other) => one.start - other.start),
      { items, typed },
    ),
    ...unclear.map(({ start, end }) => ({ kind: 'zone', words: typed.slice(start, end) }) as const),
    ...findMeridiemProblems(items, typed),
    ...(schedules.length > 1 && unread.length === 0 ? [{ kind: 'schedules', words: typed.trim() } as const] : []),
    ...blank,
  ];
}

/** Hours that may be before or after noon are one problem. */
function findMeridiemProblems(items: readonly Resolved[], typed: string): readonly Problem[] {
  const unclear = items.filter(({ kind }) => kind === 'meridiem');
  const [first, last] = [unclear[0], unclear.at(-1)];
  if (first === undefined || last === undefined) return [];
  const early = unclear.map(({ minutes = 0 }) => minutes);
  const choices = [toTimes(early), toTimes(early.map((minutes) => minutes + 12 * 60))];
  return [{ kind: 'meridiem', words: typed.slice(first.start, last.end), choices }];
}

/** Unread items beside each other are one problem: `every 2 days`. */
function joinSpans(unread: readonly Resolved[], { items, typed }: Request): Problem[] {
  const spans: (Pick<Problem, 'kind' | 'meant'> & { start: number; end: number })[] = [];
  for (const { kind, start, end, meant } of unread) {
    const last = spans.at(-1);
    const reason = REASONS.find((one) => one === kind) ?? 'unknown';
    const isNext = last !== undefined && /^[\s-]*$/u.test(typed.slice(last.end, start));
    if (meant !== undefined) spans.push({ kind: 'unknown', meant, start, end });
    else if (last === undefined || !isNext || last.meant !== undefined) spans.push({ kind: reason, start, end });
    else spans[spans.length - 1] = { kind: joinKinds(last.kind, reason), start: last.start, end };
  }
  return spans.map(({ start, end, ...problem }) => ({
    ...problem,
    words: typed.slice(start, end).trim(),
    ...(problem.kind === 'unknown' && topicBefore(start, { items, typed })),
  }));
}

/** Words beside a negation say more about what was meant, and a reason says more than none. */
function joinKinds(one: Problem['kind'], other: Problem['kind']): Problem['kind'] {
  return one === 'not' || (one === 'unknown' && other !== 'not') ? other : one;
}

/** The topic that ends one space before a place of the text. */
function topicBefore(at: number, { items, typed }: Request): Pick<Problem, 'before'> | undefined {
  const topic = items.find(({ kind, end }) => kind === 'word' && end === at - 1);
  return topic && typed[at - 1] === ' ' ? { before: typed.slice(topic.start, topic.end) } : undefined;
}
