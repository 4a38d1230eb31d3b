import { combine } from './combine.ts';
import { findUnwanted } from './find-unwanted.ts';
import { glueNames } from './glue-names.ts';
import type { Item } from './item.ts';
import { type PlainSchedule, readSchedules, schedulesByTopic, toTimes } from './read-schedules.ts';
import { type Resolved, resolve } from './resolve.ts';
import { tokenize } from './tokenize.ts';

/** Words that were not understood, and why. */
export interface Problem {
  kind:
    | 'unknown'
    | 'frequency'
    | 'once'
    | 'vague'
    | 'breaking'
    | 'count'
    | 'window'
    | 'time'
    | 'channel'
    | 'zone'
    | 'schedules'
    | 'end'
    | 'meridiem';
  /** As typed. */
  words: string;
  /** Of a typing error: the word that was probably meant. */
  meant?: string;
  /** Times to choose from, if they may be before or after noon. */
  choices?: readonly (readonly string[])[];
}

/** A city that was read as a zone or as a topic; it may be the other. */
export interface PlaceReading {
  name: string;
  zones: readonly string[];
  isZone: boolean;
}

/** What a request says. Undefined and empty values were not named. */
export interface RequestReading {
  times: readonly string[];
  days: readonly number[];
  /** The days that the request leaves out, if it names no others. */
  daysOff: readonly number[];
  isInstant: boolean;
  zone: string | undefined;
  sources: readonly string[];
  topics: readonly string[];
  without: readonly string[];
  isEverything: boolean;
  style: 'headlines' | 'brief' | 'full' | undefined;
  /** The number of a subscription in the list of `/subscriptions`. */
  line: number | undefined;
  place: PlaceReading | undefined;
  /** Several, if the days or the topics do not all have the same times. */
  schedules: readonly (PlainSchedule & { topics?: readonly string[]; sources?: readonly string[] })[];
  /** Empty if every word was understood. */
  problems: readonly Problem[];
}

interface ParseOptions {
  /** Sites by the folded names that people use for them. */
  sites?: ReadonlyMap<string, string>;
  /** Whether the request names a subscription to change. */
  isChange?: boolean;
}

const MAX_CHARS = 1000;
const REASONS: Readonly<Record<string, Problem['kind']>> = {
  unsupported: 'frequency',
  once: 'once',
  vague: 'vague',
  breaking: 'breaking',
  count: 'count',
  window: 'window',
  badTime: 'time',
  channel: 'channel',
};
const TOPIC = /^(?:word|quoted|placeTopic)$/u;
/** Words that need no meaning of their own once the rest is understood. */
const SILENT = /^(?:filler|at|and|comma|from|heads|zoneWord|every|all|oclock)$/u;
const MEANT =
  /^(?:clock|days|daily|weekly|twice|instant|zone|source|word|placeTopic|quoted|unwanted|headlines|brief|full|line|meridiem)$/u;

/**
 * Parses a request in the words of any supported language: `weekdays at 8 in Shanghai, only Taiwan`, `每天早上八点 台湾`. Every word
 * is accounted for: what has no meaning here is a problem, never a topic.
 */
export function parseRequest(text: string, { sites, isChange = false }: ParseOptions = {}): RequestReading {
  const tokens = tokenize(text.slice(0, MAX_CHARS), sites);
  const items = resolve(glueNames(combine(tokens.items)), {
    ...tokens,
    sites: sites ?? new Map(),
    isChange,
  });
  const { wanted, unwanted, unwantedDays, leftOver } = findUnwanted(items, tokens);
  const textOf = ({ start, end, words }: Pick<Item, 'start' | 'end' | 'words'>) =>
    words ?? tokens.typed.slice(start, end);
  const selected = (some: readonly Resolved[]) => ({
    sources: some.filter(({ kind }) => kind === 'source').map(textOf),
    topics: toUnique(some.filter(({ kind }) => TOPIC.test(kind)).map((item) => withoutArticle(textOf(item)))),
  });
  const when = readSchedules(wanted, unwantedDays);
  const byTopic = when.schedules.length > 0 ? [] : schedulesByTopic(wanted);
  const zoneItems = wanted.filter(({ kind }) => kind === 'zone');
  const place = items.find(({ kind, words }) => kind === 'placeTopic' || (kind === 'zone' && words !== undefined));
  const unread = [
    ...wanted.filter((item) => !MEANT.test(item.kind) && !SILENT.test(item.kind) && !isDash(item, tokens.typed)),
    ...leftOver,
  ];
  return {
    ...when,
    ...selected(wanted),
    schedules: [...when.schedules, ...byTopic.map(({ about, ...schedule }) => ({ ...schedule, ...selected(about) }))],
    isInstant: wanted.some(({ kind }) => kind === 'instant'),
    zone: zoneItems[0]?.zones?.[0],
    without: toUnique(unwanted.map((item) => withoutArticle(textOf(item)))),
    isEverything: wanted.some(({ kind }) => kind === 'all'),
    style: wanted.find(({ style }) => style !== undefined)?.style,
    line: wanted.find(({ kind }) => kind === 'line')?.number,
    place: place && {
      name: tokens.typed.slice(place.start, place.end),
      zones: place.zones ?? [],
      isZone: place.kind === 'zone',
    },
    problems: toProblems({ unread, items, zoneItems, schedules: when.schedules.length + byTopic.length }, tokens.typed),
  };
}

/** A French or Italian name without the article that is joined to it: `l'Ukraine`, `dell’Ucraina`. */
function withoutArticle(words: string): string {
  return words.replace(/^(?:l|d|dell|all|dall|nell|sull)['’](?=\p{Lu}\p{L})/u, '');
}

/** A dash between spaces, or a `to` before a reader. */
function isDash({ kind, start, end }: Resolved, typed: string): boolean {
  return kind === 'to' && /^(?: . | ?to )$/iu.test(typed.slice(Math.max(0, start - 1), end + 1));
}

interface Leftovers {
  unread: readonly Resolved[];
  items: readonly Resolved[];
  zoneItems: readonly Resolved[];
  /** How many schedules there are, if there is more than one. */
  schedules: number;
}

function toProblems({ unread, items, zoneItems, schedules }: Leftovers, typed: string): readonly Problem[] {
  const unclear = zoneItems.filter(({ zones = [] }) => zones.length !== 1);
  const others = zoneItems.slice(1).filter(({ zones }) => zones?.[0] !== zoneItems[0]?.zones?.[0]);
  const isBlank = !items.some(({ kind }) => MEANT.test(kind) || /^(?:all|heads)$/u.test(kind));
  const [first, last] = [items[0], items.at(-1)];
  const blank =
    isBlank && unread.length === 0 && first && last ? [{ kind: 'unknown', words: typed.trim() } as const] : [];
  return [
    ...joinSpans(
      [...unread, ...others].toSorted((one, other) => one.start - other.start),
      typed,
    ),
    ...unclear.map(({ start, end }) => ({ kind: 'zone', words: typed.slice(start, end) }) as const),
    ...halvesOfDay(items, typed),
    ...(schedules > 1 && unread.length === 0 ? [{ kind: 'schedules', words: typed.trim() } as const] : []),
    ...blank,
  ];
}

/** Hours that may be before or after noon are one problem. */
function halvesOfDay(items: readonly Resolved[], typed: string): readonly Problem[] {
  const unclear = items.filter(({ kind }) => kind === 'meridiem');
  const [first, last] = [unclear[0], unclear.at(-1)];
  if (first === undefined || last === undefined) return [];
  const early = unclear.map(({ minutes = 0 }) => minutes);
  const choices = [toTimes(early), toTimes(early.map((minutes) => minutes + 12 * 60))];
  return [{ kind: 'meridiem', words: typed.slice(first.start, last.end), choices }];
}

/** Unread items beside each other are one problem: `every 2 days`. */
function joinSpans(unread: readonly Resolved[], typed: string): Problem[] {
  const spans: (Pick<Problem, 'kind' | 'meant'> & { start: number; end: number })[] = [];
  for (const { kind, start, end, meant } of unread) {
    const last = spans.at(-1);
    const reason = REASONS[kind] ?? 'unknown';
    const isNext = last !== undefined && /^[\s-]*$/u.test(typed.slice(last.end, start));
    if (meant !== undefined) spans.push({ kind: 'unknown', meant, start, end });
    else if (last === undefined || !isNext || last.meant !== undefined) spans.push({ kind: reason, start, end });
    else spans[spans.length - 1] = { kind: last.kind === 'unknown' ? reason : last.kind, start: last.start, end };
  }
  return spans.map(({ start, end, ...problem }) => ({ ...problem, words: typed.slice(start, end).trim() }));
}

/** The words without quotes inside, each once in any case; the first spelling wins. */
export function toUnique(words: readonly string[]): string[] {
  const plain = words.map((word) => word.replace(/["“”「」『』\s]+/gu, ' ').trim()).filter((word) => word !== '');
  return [...new Map(plain.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed();
}
