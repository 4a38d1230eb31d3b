import { atPart, inPart, toClock, toHourAndMinute, withMinutes } from './clock-times.ts';
import type { Item } from './item.ts';
import type { Meaning } from './lexicons.ts';
import { daysBetween, frequency } from './scan-numbers.ts';

/** A phrase as the kinds of its items, and what they mean; undefined if they mean nothing together. */
export interface Rule {
  pattern: RegExp;
  read(items: readonly Item[]): Meaning | undefined;
}

/** Names for several kinds. */
const CLASSES: Readonly<Record<string, string>> = {
  unit: 'minute|hour|day|week|month|year',
  hour: 'number|numeral',
  time: 'clock|number|numeral',
  small: 'at|filler|every',
};
const toFrequency = (): Meaning => ({ kind: 'frequency' });
const startAtHour = (items: readonly Item[]) => toClock(numberOf(items), 0);

/** The grammar of phrases. The rules apply one after the other, each from left to right. */
export const RULES: readonly Rule[] = [
  rule('numeral numeral', ([tens, ones]) => toSum(tens?.number, ones?.number)),
  rule('filler filler? (HOUR|half|other)? filler? (UNIT|oclock)|HOUR UNIT once', ([first]) =>
    first?.kind === 'filler' && first.isFromNow !== true ? undefined : { kind: 'once' },
  ),
  rule('not filler? picture', () => ({ kind: 'pictures' })),
  rule('top? (?<!at)HOUR (times|filler) (daily|weekly)', (items) =>
    frequency(numberOf(items), items.at(-1)?.kind === 'daily' ? 'day' : 'week'),
  ),
  rule('at+ HOUR(?=heads)', startAtHour),
  rule('(numeral UNIT?|number minute) (to|before) HOUR', (items) =>
    toClock((items.at(-1)?.number ?? 0) - 1, 60 - numberOf(items)),
  ),
  rule('every (HOUR (oclock|part)|headlines|brief|full)', toFrequency),
  rule('every? (HOUR|other|ordinal) UNIT', (items) =>
    numberOf(items) === 1 ? frequency(1, items.at(-1)?.unit) : toFrequency(),
  ),
  rule('every UNIT', ([, unit]) => frequency(1, unit?.unit)),
  rule(
    'every other days|(ordinal|other|once) days SMALL* (UNIT|frequency)|(ordinal|number|frequency) SMALL* (month|frequency)|frequency SMALL* ordinal days?',
    toFrequency,
  ),
  rule('(top|ordinal) filler? HOUR (filler? heads)?|HOUR (heads|headlines)', (items) => ({
    ...items.find(({ style }) => style !== undefined),
    kind: 'count',
  })),
  rule(
    'ordinal ((and|comma) filler? (ordinal|number))+|filler filler ordinal(?=at|clock|comma|number|part|$)',
    toFrequency,
  ),
  // In `formula 1 every morning` the number hardly is an hour.
  rule('(?<=word)number every part', (items) => (numberOf(items) < 5 ? { kind: 'odd' } : undefined)),
  rule('days comma? (to|at) comma? days (to(?!days))?', (items) => toSpan(items.filter(({ kind }) => kind === 'days'))),
  rule('day days', ([, days]) => days),
  rule('half past? TIME', (items) => withMinutes(items.at(-1), 30)),
  rule('halfTo HOUR', ([, hour]) => toClock((hour?.number ?? 0) - 1, 30)),
  rule('quarter past TIME', (items) => withMinutes(items.at(-1), 15)),
  rule('quarter (to|before) TIME', (items) => withMinutes(items.at(-1), -15)),
  rule('HOUR UNIT? past HOUR', (items) => toClock(items.at(-1)?.number, items[0]?.number)),
  rule('at* HOUR numeral', (items) => toHourAndMinute(items.at(-2)?.number, items.at(-1)?.number)),
  rule('at* TIME oclock? (half|quarter)', (items) => withMinutes(timeOf(items), minutesIn(items.at(-1)))),
  rule('HOUR oclock number minute?', ([hour, , minute]) => toHourAndMinute(hour?.number, minute?.number)),
  rule('part (half|quarter)', ([part, minutes]) =>
    part?.part === 'noon' || part?.part === 'midnight' ? withMinutes(atPart(part), minutesIn(minutes)) : undefined,
  ),
  rule('clock hour|TIME oclock', ([time]) => withMinutes(time, 0)),
  rule('TIME (am|pm)', ([time, half]) => inPart(time, half?.kind === 'am' ? 'morning' : 'afternoon')),
  rule('part comma? (at|filler|heads)* (clock|number)|part at? numeral', (items) =>
    // `the morning one` is not an hour.
    items.at(-1)?.kind === 'numeral' && numberOf(items) === 1 ? items[0] : inPart(items.at(-1), items[0]?.part),
  ),
  rule('(clock|number|at+ numeral) SMALL* part|numeral SMALL+ part', (items) =>
    inPart(timeOf(items), items.at(-1)?.part),
  ),
  rule('at+ HOUR', startAtHour),
  rule('(clock|number) comma? to comma? (clock|number)|between (clock|number) (and|comma|to) (clock|number)', () => ({
    kind: 'window',
  })),
];

/** `(a|b) c? d*` over kinds; a name in capitals is a class. */
function rule(kinds: string, read: Rule['read']): Rule {
  const classes = kinds.replaceAll(/\b[A-Z]+\b/gu, (name) => `(?:${CLASSES[name.toLowerCase()] ?? ''})`);
  const source = classes
    .replaceAll(/[a-zA-Z]+/gu, '(?:$&_)')
    .replaceAll(' ', '')
    .replaceAll('_', ' ');
  return { pattern: new RegExp(`(?:${source})`, 'uy'), read };
}

function numberOf(items: readonly Item[]): number {
  return items.find(({ number }) => number !== undefined)?.number ?? -1;
}

function timeOf(items: readonly Item[]): Item | undefined {
  return items.find(({ kind }) => /^(?:clock|number|numeral)$/u.test(kind));
}

function minutesIn(part: Item | undefined): number {
  return part?.kind === 'half' ? 30 : 15;
}

function toSpan([first, last]: readonly Item[]): Meaning | undefined {
  const [from, to] = [first?.days ?? [], last?.days ?? []];
  if (from[0] === undefined || to[0] === undefined || from.length > 1 || to.length > 1) return undefined;
  return { kind: 'days', days: daysBetween(from[0], to[0]) };
}

/** `forty five`. */
function toSum(tens = 0, ones = 0): Meaning | undefined {
  return tens >= 20 && tens % 10 === 0 && ones < 10 ? { kind: 'numeral', number: tens + ones } : undefined;
}
