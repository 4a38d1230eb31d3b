import { EVERY_DAY } from '../schedule/schedule.ts';
import type { Item, Kind } from './item.ts';
import type { PartOfDay } from './lexicon/lexicon.ts';
import type { Meaning } from './lexicons.ts';
import { daysBetween } from './scan-numbers.ts';

interface Rule {
  pattern: RegExp;
  /** The phrase that the items make; undefined if they make none after all. */
  combine(items: readonly Item[]): Meaning | undefined;
}

/** The default times of the parts of a day, in minutes. */
const DEFAULTS: Readonly<Record<PartOfDay, number>> = {
  smallHours: 5 * 60,
  dawn: 7 * 60,
  morning: 8 * 60,
  forenoon: 9 * 60,
  noon: 12 * 60,
  afternoon: 15 * 60,
  dusk: 18 * 60,
  evening: 20 * 60,
  night: 22 * 60,
  midnight: 0,
};

/**
 * The grammar of phrases: kinds of neighbouring items, and the one item that they make. The rules apply one after the other, each
 * from left to right.
 */
const RULES: readonly Rule[] = [
  rule('numeral numeral', ([tens, ones]) => toSum(tens?.number, ones?.number)),
  rule('filler filler? (number|numeral|half|other)? filler? (unit|oclock)|(number|numeral) unit once', ([first]) =>
    first?.kind === 'filler' && first.isFromNow !== true ? undefined : { kind: 'once' },
  ),
  rule('(number|numeral) times filler? every? unit', (items) => frequency(numberOf(items), unitOf(items))),
  rule('(number|numeral) times (daily|weekly)', (items) =>
    frequency(numberOf(items), has(items, 'daily') ? 'day' : 'week'),
  ),
  rule('every (number|numeral) (oclock|part)', () => ({ kind: 'unsupported' })),
  rule('every? (number|numeral|other|ordinal) unit', (items) =>
    numberOf(items) === 1 ? frequency(1, unitOf(items)) : { kind: 'unsupported' },
  ),
  rule('every unit', (items) => frequency(1, unitOf(items))),
  rule('every other days|(ordinal|other) days (at|filler|every)* (unit|unsupported)', () => ({ kind: 'unsupported' })),
  rule('(ordinal|number|unsupported) (at|filler|every)* (month|unsupported)', () => ({ kind: 'unsupported' })),
  rule('unsupported (at|filler)* (number|ordinal)', ([first, ...others]) =>
    others.at(-1)?.kind === 'ordinal' ? { kind: first?.kind ?? 'unsupported' } : undefined,
  ),
  rule(
    '(top|ordinal) filler? (number|numeral) (filler? heads)?|(number|numeral) (heads|headlines)|top filler? heads|top count',
    (items) => ({ ...items.find(({ style }) => style !== undefined), kind: 'count' }),
  ),
  rule('days comma? (to|at) comma? days (to(?!days))?', (items) => {
    const [first, last] = items.filter(({ kind }) => kind === 'days');
    return span(first, last);
  }),
  rule('day days', ([, days]) => days),
  rule('half past? (number|numeral|clock)', (items) => withMinutes(items.at(-1), 30)),
  rule('halfTo (number|numeral)', (items) => toClock(numberOf(items) - 1, 30)),
  rule('quarter past (number|numeral|clock)', (items) => withMinutes(items.at(-1), 15)),
  rule('quarter (to|before) (number|numeral|clock)', (items) => withMinutes(items.at(-1), -15)),
  rule('(number|numeral) unit? past (number|numeral)', (items) => toClock(items.at(-1)?.number, items[0]?.number)),
  rule('numeral unit? (to|before) (number|numeral)|number unit? before (number|numeral)', (items) =>
    toClock((items.at(-1)?.number ?? 0) - 1, 60 - (items[0]?.number ?? 0)),
  ),
  rule('at* (number|numeral) numeral', (items) => toHourAndMinute(items.at(-2)?.number, items.at(-1)?.number)),
  rule('at* (clock|number|numeral) oclock? (half|quarter)', (items) =>
    withMinutes(timeOf(items), items.at(-1)?.kind === 'half' ? 30 : 15),
  ),
  rule('clock hour|(clock|number|numeral) oclock', ([first]) => withMinutes(first, 0)),
  rule('(clock|number|numeral) (am|pm)', ([first, half]) =>
    withPart(withMinutes(first, 0), half?.kind === 'am' ? 'morning' : 'afternoon'),
  ),
  rule('part comma? (at|filler|heads)* (clock|number)|part numeral|part at numeral', (items) =>
    ofPart(items.at(-1), items[0]),
  ),
  rule('(clock|number|at+ numeral) (at|filler|every)* part|numeral (at|filler|every)+ part', (items) =>
    ofPart(timeOf(items), items.at(-1)),
  ),
  rule('at+ (number|numeral)', (items) => toClock(numberOf(items), 0)),
  rule('(clock|number) comma? to comma? (clock|number)|between (clock|number) (and|comma|to) (clock|number)', () => ({
    kind: 'window',
  })),
];

/** Replaces items by the phrases that they make: `half past eight in the evening` becomes one clock. */
export function combine(items: readonly Item[]): readonly Item[] {
  return joinHours(RULES.reduce(applyRule, splitBothEnds(items)));
}

/** `(a|b) c? d*` over kinds. */
function rule(kinds: string, combineItems: Rule['combine']): Rule {
  const source = kinds.replaceAll(/[a-zA-Z]+/gu, (kind) => `(?:${toClass(kind)}_)`).replaceAll(' ', '');
  return { pattern: new RegExp(`(?:${source.replaceAll('_', ' ')})`, 'uy'), combine: combineItems };
}

/** A unit stands for every unit of time. */
function toClass(kind: string): string {
  return kind === 'unit' ? '(?:minute|hour|day|week|month|year)' : kind;
}

function applyRule(items: readonly Item[], { pattern, combine: combineItems }: Rule): readonly Item[] {
  const kinds = items.map(({ kind }) => `${kind} `);
  const text = kinds.join('');
  const result: Item[] = [];
  let offset = 0;
  for (let at = 0; at < items.length; ) {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? '';
    const size = found.split(' ').length - 1;
    const taken = items.slice(at, at + size);
    const meaning = size === 0 ? undefined : combineItems(taken);
    const used = meaning === undefined ? items.slice(at, at + 1) : taken;
    const [first, last] = [used[0], used.at(-1)];
    if (first === undefined || last === undefined) break;
    result.push(meaning === undefined ? first : { ...meaning, start: first.start, end: last.end });
    at += used.length;
    offset += used.reduce((length, { kind }) => length + kind.length + 1, 0);
  }
  return result;
}

/** `早晚8点` is a morning and an evening with the same hour. */
function splitBothEnds(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item, at) => {
    if (item.kind !== 'bothEnds') return [item];
    const next = items[at + 1];
    const isHour = next?.kind === 'clock' || next?.kind === 'number';
    const hour = isHour ? [{ ...next, end: item.end }] : [];
    const noon = item.end - item.start > 2 ? [{ ...item, kind: 'part', part: 'noon' } as const] : [];
    const [morning, evening] = [
      { ...item, kind: 'part', part: 'morning' },
      { ...item, kind: 'part', part: 'evening' },
    ] as const;
    return [morning, ...hour, ...noon, evening];
  });
}

/** Numbers in a list with a clock are hours too: `8, 12 and 18:00`. A part of the day applies to the clocks joined to it. */
function joinHours(items: readonly Item[]): readonly Item[] {
  const joined = [...items];
  for (let at = 0; at < joined.length; at += 1) joinHour(joined, at, -1);
  for (let at = joined.length - 1; at >= 0; at -= 1) joinHour(joined, at, 1);
  return joined;
}

function joinHour(items: Item[], at: number, toNeighbour: 1 | -1): void {
  const item = items[at];
  let next = at + toNeighbour;
  while (items[next]?.kind === 'and' || items[next]?.kind === 'comma') next += toNeighbour;
  const clock = items[next];
  if (item === undefined || next === at + toNeighbour || clock?.kind !== 'clock') return;
  const hour = item.kind === 'number' ? { ...item, ...(toHour(item.number ?? 0) ?? { kind: 'badTime' }) } : item;
  const isOpen = hour.kind === 'clock' && hour.part === undefined && hour.isLoose === true;
  const inherits = toNeighbour < 0 && isOpen && clock.part !== undefined;
  items[at] = inherits ? { ...hour, ...withPart(hour, clock.part ?? 'morning') } : hour;
}

/** An hour, or hours and minutes in four digits: `0730 and 1930`. */
function toHour(number: number): Meaning | undefined {
  return number < 100 ? toClock(number, 0) : toClock(Math.floor(number / 100), number % 100);
}

function has(items: readonly Item[], kind: Kind): boolean {
  return items.some((item) => item.kind === kind);
}

function numberOf(items: readonly Item[]): number {
  return items.find(({ number }) => number !== undefined)?.number ?? -1;
}

function timeOf(items: readonly Item[]): Item | undefined {
  return items.find(({ kind }) => /^(?:clock|number|numeral)$/u.test(kind));
}

function unitOf(items: readonly Item[]): Item['unit'] {
  return items.find(({ unit }) => unit !== undefined)?.unit;
}

/** How often, as schedules have it: once or twice a day, or once a week. */
function frequency(times: number, unit: Item['unit']): Meaning {
  if (unit === 'day' && times === 1) return { kind: 'daily', days: EVERY_DAY };
  if (unit === 'day' && times === 2) return { kind: 'twice' };
  return { kind: unit === 'week' && times === 1 ? 'weekly' : 'unsupported' };
}

function span(first: Item | undefined, last: Item | undefined): Meaning | undefined {
  const [from, to] = [first?.days ?? [], last?.days ?? []];
  if (from[0] === undefined || to[0] === undefined || from.length > 1 || to.length > 1) return undefined;
  return { kind: 'days', days: daysBetween(from[0], to[0]) };
}

function toClock(hour: number | undefined, minute: number | undefined): Meaning | undefined {
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59 || minute < 0) return undefined;
  if (hour === 24) return { kind: 'badTime' };
  return { kind: 'clock', minutes: ((hour + 24) % 24) * 60 + minute, isLoose: hour <= 12 };
}

/** `forty five`. */
function toSum(tens = 0, ones = 0): Meaning | undefined {
  return tens >= 20 && tens % 10 === 0 && ones < 10 ? { kind: 'numeral', number: tens + ones } : undefined;
}

/** `seven thirty`. */
function toHourAndMinute(hour: number | undefined, minute = 0): Meaning | undefined {
  return minute < 10 ? undefined : toClock(hour, minute);
}

function withMinutes(item: Item | undefined, minutes: number): Meaning | undefined {
  if (item?.minutes !== undefined)
    return { kind: 'clock', minutes: item.minutes + minutes, isLoose: item.isLoose ?? false };
  if (item?.number !== undefined && minutes < 0) return toClock((item.number + 11) % 12 || 12, 60 + minutes);
  return toClock(item?.number, minutes);
}

function ofPart(time: Item | undefined, part: Item | undefined): Meaning | undefined {
  return part?.part === undefined ? undefined : withPart(withMinutes(time, 0), part.part);
}

/** The time of a clock in a part of the day. An hour after twelve needs none. */
function withPart(clock: Meaning | undefined, part: PartOfDay): Meaning | undefined {
  if (clock?.minutes === undefined) return undefined;
  const [hour, minute] = [Math.floor(clock.minutes / 60), clock.minutes % 60];
  const shift = clock.isLoose === true && hour > 0 ? shiftOf(part, hour) : 0;
  return { kind: 'clock', minutes: (((hour + shift) % 24) * 60 + minute + 1440) % 1440, isLoose: false, part };
}

/** The hours to add: twelve at night is the start of a day, like the hours after it. */
function shiftOf(part: PartOfDay, hour: number): number {
  if (part === 'noon') return hour < 11 ? 12 : 0;
  if (part === 'afternoon' || part === 'dusk') return hour < 12 ? 12 : 0;
  if (part === 'evening' || part === 'night' || part === 'midnight') return hour > 4 ? 12 : 0;
  return hour === 12 ? 12 : 0;
}

/** The default time of a part of the day. */
export function atPart(item: Item | undefined): Meaning | undefined {
  return item?.part === undefined ? undefined : { kind: 'clock', minutes: DEFAULTS[item.part], isLoose: false };
}
