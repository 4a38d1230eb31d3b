import { atPart } from './clock-times.ts';
import type { Item, Kind } from './item.ts';
import { type Context, near, textOf } from './neighbours.ts';
import { MIN_CLEAR_HOUR, resolveNumber } from './resolve-number.ts';

/** What an item is once its neighbours are known. `unknown` must be asked about. */
export interface Resolved extends Omit<Item, 'kind'> {
  kind: Kind | 'unknown' | 'placeTopic' | 'meridiem';
  /** Of a typing error: the word that was probably meant. */
  meant?: string;
}

const TOPIC = /^(?:word|quoted|place)$/u;
const SCHEDULE = /^(?:clock|days|daily|weekly|twice|part|number)$/u;
/** Words behind which a topic stands, not a place on the clock. */
const ABOUT =
  /^(?:about|on|of|regarding|concerning|related to|only|just|want|noticias de|noticias sobre|les nouvelles de|новин про|новостей о|关于|關於|有关|有關|看|想看|只看|只想看|我想看|我要看|睇|推送|发|發|给我发|給我發|通知我|订阅|訂閱|sur|uber|sobre|acerca|su|о|об|про|عن|について|hakkında)$/u;
const ONLY = /^(?:only|just|只看|只要|只|仅|僅)$/u;
/** How hours up to 24 are written: `5:30`, `5h`, `5点`, `05`. */
const IN_24_HOURS = /:|^0|\d ?h|[点點时時시]|uhr|heure/u;
/** Short names of days that are also other words. */
const SHORT_DAY = /^(?:sun|sat|wed|mon|fri)$/u;

/** Decides the items that can be several things: places, bare numbers, parts of the day, short names of days. */
export function resolve(items: readonly Item[], text: Omit<Context, 'items' | 'at'>): Resolved[] {
  return withoutCorrected(items)
    .map((item, at, items): Resolved => RESOLVERS[item.kind]?.(item, { ...text, items, at }) ?? item)
    .map((item) => (isHalfUnclear(item, text) ? { ...item, kind: 'meridiem' as const } : item))
    .reduce<Resolved[]>(spread, []);
}

/** Drops the time or the days that words behind them take back: `8am no wait 9am`. */
function withoutCorrected(items: readonly Item[]): readonly Item[] {
  const at = items.findLastIndex(({ kind }) => kind === 'correction');
  const again = items.slice(at + 1).find(({ kind }) => /^(?:clock|days)$/u.test(kind));
  if (at < 0 || again === undefined) return items;
  return items.filter(({ kind }, index) => index > at || (kind !== again.kind && index !== at));
}

/** What is unknown takes the word behind it along: `night bus`. */
function spread(before: Resolved[], item: Resolved): Resolved[] {
  const last = before.at(-1);
  const isTaken = last?.kind === 'unknown' && last.meant === undefined && item.kind === 'word';
  if (isTaken) before[before.length - 1] = { ...last, end: item.end };
  else before.push(item);
  return before;
}

/** How each ambiguous kind is decided. */
const RESOLVERS: Readonly<Partial<Record<Kind, (item: Item, context: Context) => Resolved>>> = {
  place: (item, context) =>
    isZoneHere(context) ? { ...item, kind: 'zone', words: textOf(item, context) } : { ...item, kind: 'placeTopic' },
  number: resolveNumber,
  // A numeral before a time is a number of something: `the latest five 8am`. In `seven samurai 8am` it is a word.
  numeral: (item, { items, at }) => ({ ...item, kind: SCHEDULE.test(items[at + 1]?.kind ?? '') ? 'unknown' : 'word' }),
  part: (item, context) => ({ ...item, ...((isTimeHere(context) && atPart(item)) || { kind: 'unknown' }) }),
  filler: (item, context) => (isCountry(item, context) ? { ...item, kind: 'word' } : item),
  picture: (item) => ({ ...item, kind: 'word' }),
  days: (item, context) => (isDayHere(item, context) ? item : { ...item, kind: 'unknown' }),
  zoneWord: (item, context) => (isZoneNear(context) ? item : { ...item, kind: 'unknown' }),
  word: (item, context) =>
    readSite(item, context) ??
    readCounter(item, context) ??
    readTypo(item, context) ??
    (isUnknownZone(item, context) ? { ...item, kind: 'zone', zones: [] } : item),
};

/** `us` before a topic is the country, but not behind a verb: `send us politics`. */
function isCountry(item: Item, context: Context): boolean {
  const [before, next] = [context.items[context.at - 1], context.items[context.at + 1]];
  if (textOf(item, context) !== 'us' || next?.kind !== 'word') return false;
  return !/^(?:filler|to)$/u.test(before?.kind ?? '') || ABOUT.test(textOf(before, context));
}

/** A place is a zone next to a time, or with a word for zone; in a list of topics it is none. */
function isZoneHere(context: Context): boolean {
  const { items, at } = context;
  const [before, after] = [near(context, -1), near(context, 1)];
  if (items[at + 1]?.kind === 'zoneWord' || items[at - 1]?.kind === 'zoneWord') return true;
  if (items.some(({ kind }) => kind === 'zone')) return false;
  if (ABOUT.test(textOf(items[at - 1], context)) || items[at + 1]?.kind === 'heads') return false;
  if (isInList(context)) return false;
  const isAlone = at === items.length - 1 && !items.some(({ kind }, other) => other !== at && TOPIC.test(kind));
  const isTimed = isAlone && items.some(({ kind }) => kind === 'clock') && items[at - 1]?.kind === 'comma';
  const isNear = isTimed || [before, after].some(({ item }) => /^(?:clock|number|part)$/u.test(item?.kind ?? ''));
  return isNear || (context.isChange && items.length === 1);
}

/** Whether a place is in a list of topics: `台湾，香港`, or `台湾 香港 8点`. In `at 8 in Shanghai, only Taiwan` it is not. */
function isInList(context: Context): boolean {
  const { items, at } = context;
  const isTopic = (item: Item | undefined) => TOPIC.test(item?.kind ?? '');
  const [before, after] = [near(context, -1), near(context, 1)];
  const isPlaced = items[at - 1]?.kind === 'filler' || !isTopic(items[at + 2]);
  const isJoined = (before.isApart && isTopic(before.item)) || (after.isApart && isTopic(after.item) && !isPlaced);
  return isJoined || isTopic(items[at - 1]);
}

/** A part of the day has its default time, unless it may belong to a name: `night bus`. */
function isTimeHere(context: Context): boolean {
  const { items, at, folded } = context;
  const [item, before, next] = [items[at], items[at - 1], items[at + 1]];
  if (before !== undefined && /^(?:days|daily|every|at)$/u.test(before.kind)) return true;
  if (before?.kind === 'filler' && /^(?:in the|on the|the|in|at the|的)$/u.test(textOf(before, context))) return true;
  if (ADVERB.test(textOf(item, context))) return true;
  if (next !== undefined && /^(?:word|quoted)$/u.test(next.kind)) return false;
  const isSpaced =
    before !== undefined &&
    item !== undefined &&
    before.end < item.start &&
    /\p{Script=Han}/u.test(folded[item.start] ?? '');
  return before?.kind !== 'word' || isSpaced || textOf(item, context).includes(' ');
}

/** Forms of a word that only say when, even beside a topic: `Ukraine mittags`, `morgens Sport`, `Украина утром`. */
const ADVERB =
  /^(?:(?:fruhmorg|morg)ens|abends|(?:vormit|mit|nachmit)tags|nachts|утром|дн[её]м|вечером|ночью|вранці|зранку|[ву]вечері|вдень|вночі|опівдні|опівночі|(?:sabah|aksam)(?:ları|leyin))$/u;

function isDayHere(item: Item, context: Context): boolean {
  const { items, at } = context;
  if (!SHORT_DAY.test(textOf(item, context))) return true;
  if (textOf(items[at - 1], context) === 'the' || items[at - 1]?.kind === 'part') return false;
  const beside = [items[at - 1], items[at + 1]];
  const isTimed = [near(context, -1), near(context, 1)].some(({ item: one }) => SCHEDULE.test(one?.kind ?? ''));
  return !beside.some((one) => one?.kind === 'word') || (isTimed && items[at + 1]?.kind !== 'word');
}

/** One ideograph right behind a time is no topic: `八点档`. */
function readCounter(item: Item, { items, at }: Context): Resolved | undefined {
  const before = items[at - 1];
  const isCounter = before?.kind === 'clock' && before.end === item.start && item.end - item.start === 1;
  return isCounter ? { ...item, kind: 'unknown' } : undefined;
}

/** A typing error in a word for a time, and what follows `every`, but for `every UK story`: neither is a topic without a question. */
function readTypo(item: Item, context: Context): Resolved | undefined {
  const meant = context.lookup.nearWord(textOf(item, context));
  if (meant !== undefined) return { ...item, kind: 'unknown', meant };
  const isName = /^\p{Lu}{2,}$/u.test(context.typed.slice(item.start, item.end));
  return context.items[context.at - 1]?.kind === 'every' && !isName ? { ...item, kind: 'unknown' } : undefined;
}

/** A word for time belongs to a zone or a clock: `下午茶时间` has neither. */
function isZoneNear(context: Context): boolean {
  const isClock = [near(context, -1), near(context, 1)].some(({ item }) => item?.kind === 'clock');
  return isClock || context.items.some(({ kind }) => kind === 'zone' || kind === 'place');
}

/** An hour before six without minutes, am or pm: hardly anybody wants a digest at five in the night. */
function isHalfUnclear(
  { kind, isLoose, minutes = 0, ...item }: Resolved,
  { folded }: Pick<Context, 'folded'>,
): boolean {
  const isEarly = kind === 'clock' && isLoose === true && minutes >= 60 && minutes < MIN_CLEAR_HOUR * 60;
  return isEarly && !IN_24_HOURS.test(folded.slice(item.start, item.end));
}

/** The name of a site behind `from` or `only`. */
function readSite(item: Item, context: Context): Resolved | undefined {
  const before = context.items[context.at - 1];
  const isNamed = before?.kind === 'from' || ONLY.test(textOf(before, context));
  const words = isNamed ? context.sites.get(`from ${textOf(item, context)}`) : undefined;
  return words === undefined ? undefined : { ...item, kind: 'source', words };
}

/** Capital letters right behind a time may be a zone that nobody knows. */
function isUnknownZone({ start, end }: Item, { items, at, typed }: Context): boolean {
  return items[at - 1]?.kind === 'clock' && /^[A-Z]{3,5}$/u.test(typed.slice(start, end));
}
