import { expect, it } from 'vitest';
import { createSettling, SETTLE_MS } from '../../../src/library/sync/settling.ts';

const START = Date.parse('2024-05-01T08:00:00.000Z');
const at = (ms: number) => new Date(START + ms);
const file = (size: number, changedMs: number, name = 'a.md') => ({
  file: name,
  size,
  mtimeMs: START + changedMs,
  read: async () => undefined,
});

it('takes a file that was changed a second ago as complete', () => {
  const settling = createSettling();
  expect(settling.isComplete(file(1, 0), at(SETTLE_MS - 1))).toBe(false);
  expect(settling.endPass()).toBe(1);
  expect(settling.isComplete(file(1, 0), at(SETTLE_MS))).toBe(true);
  expect(settling.endPass()).toBe(0);
});

it('waits as long as a file grows', () => {
  const settling = createSettling();
  for (let second = 0; second < 5; second += 1) {
    expect(settling.isComplete(file(second, second * 900), at(second * 900 + 50))).toBe(false);
    settling.endPass();
  }
  expect(settling.isComplete(file(4, 3600), at(4700))).toBe(true);
});

it('takes a change in the future as complete once the file has looked the same for a second', () => {
  const settling = createSettling();
  const ahead = file(1, 3_600_000);
  expect(settling.isComplete(ahead, at(0))).toBe(false);
  settling.endPass();
  expect(settling.isComplete(ahead, at(500))).toBe(false);
  settling.endPass();
  expect(settling.isComplete(ahead, at(SETTLE_MS))).toBe(true);
});

it('starts anew for a file that was gone in between', () => {
  const settling = createSettling();
  const ahead = file(1, 3_600_000);
  settling.isComplete(ahead, at(0));
  settling.endPass();
  settling.endPass();
  expect(settling.isComplete(ahead, at(5000))).toBe(false);
});
