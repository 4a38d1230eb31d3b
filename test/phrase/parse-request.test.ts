import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequest } from '../../src/phrase/format-request.ts';
import { parseRequest } from '../../src/phrase/parse-request.ts';
import { chinese } from './phrases/chinese.ts';
import { english } from './phrases/english.ts';
import { firstTries } from './phrases/first-tries.ts';
import { kinds } from './phrases/kinds.ts';
import { otherLanguages } from './phrases/other-languages.ts';
import { severalWords } from './phrases/several-words.ts';
import { spoken } from './phrases/spoken.ts';
import { unseen } from './phrases/unseen.ts';
import { tell } from './tell.ts';

const WORDS = [
  ...['8', '8:00', '9pm', 'half', 'past', 'to', 'every', '2', 'days', 'day', 'weekdays', 'mon', 'except', 'not', 'and'],
  ...[
    'at',
    'in',
    'Berlin',
    'taiwan',
    '"night bus"',
    '-sport',
    ',',
    'top',
    'weekly',
    'instant',
    '每天',
    '早上',
    '点',
    '不要',
  ],
  ...[
    '周一',
    '台湾',
    '的',
    '除了',
    '以外',
    '和',
    'bbc.com',
    '#1',
    '@x',
    '*',
    'lundi',
    'à',
    'UTC+8',
    'time',
    'news',
    'morning',
  ],
];

describe('a request', () => {
  it.each([...english, ...chinese, ...otherLanguages, ...unseen, ...spoken, ...firstTries, ...severalWords, ...kinds])(
    'says %s',
    (typed, meant) => {
      expect(tell(parseRequest(typed))).toBe(meant);
    },
  );

  it('never throws, and reads valid times and days', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')),
      fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const { times, days } = parseRequest(typed);
        expect(times.every((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time))).toBe(true);
        expect([1, 2, 3, 4, 5, 6, 7].filter((day) => days.includes(day))).toEqual(days);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read the same again from its formatted form', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 10 }), (words) => {
        const { isInstant, ...reading } = parseRequest(words.join(' '));
        if (reading.problems.length > 0 || reading.line !== undefined || (isInstant && reading.times.length > 0))
          return;
        const again = parseRequest(formatRequest({ ...reading, times: isInstant ? 'instant' : reading.times }));
        const { place, together, ...meant } = reading;
        expect({ ...again, place, together }).toEqual({ ...meant, isInstant, place, together });
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time', () => {
    const long = 'half past every 2 days, 每天8点 '.repeat(2000);
    expect(parseRequest(long).problems.length).toBeGreaterThan(0);
  });
});
