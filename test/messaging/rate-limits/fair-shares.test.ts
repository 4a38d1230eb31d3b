import { expect, it } from 'vitest';
import { limitsOf } from '../../../src/messaging/rate-limits/fair-shares.ts';

const all = { most: 30, withinMs: 1000 };
const limitsIn = (most: number, request: Omit<Parameters<typeof limitsOf>[0], 'chat'>) =>
  limitsOf({ chat: '7', ...request }, { all, of: () => ({ most, withinMs: 60_000 }) }).map(
    ([name, limit]) => `${name}: ${limit.most}`,
  );

it('leaves room in a chat for a digest, and for the answers to others', () => {
  expect(limitsIn(20, { priority: 'push' })).toEqual([': 30', '7: 20']);
  expect(limitsIn(20, { priority: 'answer' })).toEqual([': 30', '7: 20', '7 answers: 16']);
  expect(limitsIn(20, { priority: 'answer', by: 'ada' })).toEqual([': 30', '7: 20', '7 answers: 16', '7 by ada: 12']);
  expect(limitsIn(20, { priority: 'revision' })).toEqual([': 30', '7: 20', '7 revisions: 6']);
});

it('shares a limit of five, and no smaller one', () => {
  expect(limitsIn(5, { priority: 'answer', by: 'ada' })).toEqual([': 30', '7: 5', '7 answers: 4', '7 by ada: 3']);
  expect(limitsIn(4, { priority: 'answer', by: 'ada' })).toEqual([': 30', '7: 4']);
});

it('has only the limit of all chats where a chat has none', () => {
  const limits = { all, of: () => undefined };
  expect(limitsOf({ chat: '7', priority: 'revision' }, limits)).toEqual([['', all]]);
});
