import { describe, expect, it } from 'vitest';
import { readSearch } from '../../src/arguments/read-search.ts';
import { createTalk } from '../fixtures/converse.ts';

describe('a typed search', () => {
  it.each([
    ['ferry', 'ferry', [], 1],
    ['ferry -sport', 'ferry', ['sport'], 1],
    ['台湾 -体育 －"night bus"', '台湾', ['体育', 'night bus'], 1],
    ['covid-19', 'covid-19', [], 1],
    ['-sport', '-sport', [], 1],
    ['ferry page:3', 'ferry', [], 3],
  ] as const)('%s', (typed, ...read) => {
    const { query, unwanted, page } = readSearch(typed);
    expect([query, unwanted, page]).toEqual(read);
  });

  it('leaves out the articles with an unwanted word', async () => {
    const { say } = createTalk();
    expect(await say('/search 台湾')).toContain('海峡渡轮复航');
    expect(await say('/search 台湾 -渡轮')).not.toContain('海峡渡轮复航');
  });
});
