import { expect, it } from 'vitest';
import { isLinkable } from '../../../../adapters/telegram/render/linkable.ts';

it.each([
  ['https://example.org/'.padEnd(2048, 'a'), true],
  ['https://example.org/'.padEnd(2049, 'a'), false],
  ['https://localhost/', false],
  ['https://example.org:0/', false],
  ['https://example.org:8443/', true],
])('supports an address as a link, or does not: %s', (url, expected) => {
  expect(isLinkable(url)).toBe(expected);
});
