import { expect, it } from 'vitest';
import { createSecret, isSame } from '../../../adapters/web/secrets.ts';

it('creates secrets that are long, fit into an address, and differ', () => {
  const secrets = Array.from({ length: 50 }, createSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{32}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
});

it.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcd', false],
  ['', 'abc', false],
])('compares %j with %j', (one, other, expected) => {
  expect(isSame(one, other)).toBe(expected);
});
