import { expect, it } from 'vitest';
import { createGuessLimit } from '../../../adapters/web/control/guess-limit.ts';

const HOUR_MS = 3_600_000;
const at = (ms: number) => new Date(ms);

it('makes a visitor wait longer after each wrong guess, and nobody else', () => {
  const limit = createGuessLimit();
  expect(limit.waitMs('ada', at(0))).toBe(0);
  limit.count('ada', at(0));
  limit.count('ada', at(1000));
  expect(limit.waitMs('ada', at(1000))).toBe(2000);
  expect(limit.waitMs('ada', at(3500))).toBe(0);
  expect(limit.waitMs('bo', at(1000))).toBe(0);
  limit.forget('ada');
  expect(limit.waitMs('ada', at(1000))).toBe(0);
});

it('counts anew once a visitor has guessed nothing for an hour', () => {
  const limit = createGuessLimit();
  limit.count('ada', at(0));
  limit.count('ada', at(HOUR_MS - 1));
  expect(limit.waitMs('ada', at(HOUR_MS - 1))).toBe(2000);
  limit.count('ada', at(2 * HOUR_MS - 1));
  expect(limit.waitMs('ada', at(2 * HOUR_MS - 1))).toBe(1000);
});

it('remembers a thousand visitors, and first forgets the one that was quiet for longest', () => {
  const limit = createGuessLimit();
  for (const visitor of ['ada', 'bo', 'ada']) limit.count(visitor, at(0));
  for (let other = 0; other < 998; other += 1) limit.count(`visitor ${other}`, at(0));
  expect(limit.waitMs('bo', at(0))).toBe(1000);
  limit.count('one more', at(0));
  expect(limit.waitMs('bo', at(0))).toBe(0);
  expect(limit.waitMs('ada', at(0))).toBe(2000);
});
