import type { Resolved } from './resolve.ts';

interface Unwanted {
  wanted: Resolved[];
  /** Excluded topics. */
  unwanted: Resolved[];
  unwantedDays: number[];
  /** Negations of nothing, and words that may be excluded or not. */
  leftOver: Resolved[];
}

interface Negation {
  /** A minus sign excludes one word; commas without a space continue it. */
  isMinus: boolean;
  /** In Chinese, words separated by spaces continue it too. */
  isHan: boolean;
  typed: string;
}

const TOPIC = /^(?:word|quoted|placeTopic)$/u;
const GLUE = /^(?:filler|at|every|heads|all|from)$/u;
const JOIN = /^(?:and|comma)$/u;
/** What begins the wanted part after a negation: `不要政治，只要科技`, `no politics, only tech`. */
const WISH =
  /^(?:[只仅僅想要]|我[想要]|需要|希望|only|just|show|give|send|nur|bitte|seulement|uniquement|solo|sólo|solamente|apenas|somente|только|лише|тільки|хочу|だけ|sadece)/iu;
const HAN = /^\p{Script=Han}/u;
/** Nothing but emoji, between a negation and what it excludes, or instead of it: `no ⚽ football`. */
const EMOJI = /^\s*\p{Extended_Pictographic}[^\p{L}\p{N}]*$/u;

/** Separates what a request excludes: days and topics after `not`, before `以外`, and with a minus sign. */
export function findUnwanted(items: readonly Resolved[], { typed }: { typed: string }): Readonly<Unwanted> {
  const found: Unwanted = { wanted: [], unwanted: [], unwantedDays: [], leftOver: [] };
  for (let at = 0; at < items.length; ) at = readItem(items, at, { found, typed });
  return found;
}

interface Reading {
  found: Unwanted;
  typed: string;
}

/** Reads the item at an index, and returns the index of the next one. */
function readItem(items: readonly Resolved[], at: number, reading: Reading): number {
  const [item, { found, typed }] = [items[at], reading];
  if (item?.kind === 'not' && !isContrast(items, at, typed)) return readNegation(item, items, { ...reading, at });
  if (item?.kind === 'unwanted') found.unwanted.push(item);
  else if (item?.kind === 'outside') excludeLast(item, found);
  else if (item !== undefined) found.wanted.push(item.kind === 'not' ? { ...item, kind: 'and' } : item);
  return at + 1;
}

function readNegation(
  item: Resolved,
  items: readonly Resolved[],
  { at, found, typed }: Reading & { at: number },
): number {
  const negation = { typed, isMinus: typed[item.start] === '-', isHan: HAN.test(typed.slice(item.start)) };
  const emoji = EMOJI.test(typed.slice(item.end, items[at + 1]?.end)) ? items[at + 1] : undefined;
  const run = runAfter(items, emoji === undefined ? at + 1 : at + 2, negation);
  if (run.taken.length === 0 && isBehind(item, items[at + 1], found.wanted)) excludeLast(item, found);
  else if (run.taken.length === 0) found.leftOver.push({ ...item, end: emoji?.end ?? item.end });
  exclude(run.taken, found);
  const split = restOfName(items, run, negation);
  found.leftOver.push(...split);
  if (split.length > 0) return run.end + split.length;
  return items[run.end]?.kind === 'outside' ? run.end + 1 : run.end;
}

/** Whether `but` begins what is wanted at another time: `politics daily, but culture only on sundays`. */
function isContrast(items: readonly Resolved[], at: number, typed: string): boolean {
  const [item, topic] = [items[at], items[at + 1]];
  const next = items[skip(items, at + 2, GLUE)];
  const isBut = item !== undefined && typed.slice(item.start, item.end).toLowerCase() === 'but';
  return isBut && TOPIC.test(topic?.kind ?? '') && /^(?:days|clock|daily)$/u.test(next?.kind ?? '');
}

/** A word right behind an excluded one may belong to it: `no celebrity gossip`. It is not wanted without a question. */
function restOfName(
  items: readonly Resolved[],
  { taken, end }: { taken: readonly Resolved[]; end: number },
  { isMinus, isHan }: Negation,
): readonly Resolved[] {
  const next = items[end];
  return isMinus || isHan || taken.at(-1)?.kind !== 'word' || next?.kind !== 'word' ? [] : [next];
}

/** Whether a negation is behind what it excludes: `周末不要`, and at the end also `am Wochenende nicht` and `a las 8, fútbol no`. */
function isBehind(negation: Resolved, next: Resolved | undefined, wanted: readonly Resolved[]): boolean {
  const [apart, before] = [wanted.at(-2)?.kind, wanted.at(-1)];
  const isApart = apart === 'comma' && before?.kind === 'word';
  if (before?.end === negation.start) return true;
  const isEnd = next === undefined || next.kind === 'comma';
  return isEnd && (before?.kind === 'days' || isApart) && negation.start - (before?.end ?? 0) === 1;
}

/** `体育以外`, `政治とスポーツ以外`: the negation is behind what it excludes. */
function excludeLast(negation: Resolved, found: Unwanted): void {
  const last = found.wanted.at(-1);
  if (last === undefined || !isExcludable(last)) {
    found.leftOver.push({ ...negation, kind: 'not' });
    return;
  }
  found.wanted.pop();
  if (found.wanted.at(-1)?.kind === 'and') {
    found.wanted.pop();
    excludeLast(negation, found);
  }
  exclude([last], found);
}

function exclude(items: readonly Resolved[], found: Unwanted): void {
  for (const item of items) {
    if (item.days === undefined) found.unwanted.push(item);
    else found.unwantedDays.push(...item.days);
  }
}

function isExcludable({ kind }: Resolved): boolean {
  return kind === 'days' || kind === 'unwanted' || TOPIC.test(kind);
}

/** The days or topics that a negation before the index excludes, with those joined to them. */
function runAfter(items: readonly Resolved[], start: number, negation: Negation): { taken: Resolved[]; end: number } {
  const taken: Resolved[] = [];
  let end = start;
  for (let at: number | undefined = start; at !== undefined; at = continues(items, end, negation)) {
    const next = negation.isMinus ? at : skip(items, at, GLUE);
    const item = items[next];
    const isSame = taken[0] === undefined || (taken[0].kind === 'days') === (item?.kind === 'days');
    if (item === undefined || !isExcludable(item) || !isSame) break;
    taken.push(item);
    end = next + 1;
  }
  return { taken, end };
}

/** Where the list of a negation continues, if it does. */
function continues(items: readonly Resolved[], end: number, negation: Negation): number | undefined {
  const { typed, isMinus, isHan } = negation;
  const at = skip(items, end, /^heads$/u);
  const kind = items[at]?.kind ?? '';
  const next = items[skip(items, at, JOIN)];
  if (next?.kind === 'filler' && WISH.test(typed.slice(next.start, next.end))) return undefined;
  if (isMinus) return kind === 'comma' ? at + 1 : undefined;
  if (JOIN.test(kind)) return skip(items, at, JOIN);
  return isHan && items[end - 1]?.kind !== 'days' ? at : undefined;
}

function skip(items: readonly Resolved[], from: number, kinds: RegExp): number {
  let at = from;
  while (kinds.test(items[at]?.kind ?? '')) at += 1;
  return at;
}
