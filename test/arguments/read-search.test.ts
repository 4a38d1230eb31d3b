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
    ['articles about tidal energy', 'tidal energy', [], 1],
    ['anything on ferries -sport', 'ferries', ['sport'], 1],
    ['what happened in Lisbon', 'Lisbon', [], 1],
    ['关于渡轮的新闻', '渡轮', [], 1],
    ['news from the sea', 'news from the sea', [], 1],
  ] as const)('%s', (typed, ...read) => {
    const { query, unwanted, page } = readSearch(typed);
    expect([query, unwanted, page]).toEqual(read);
  });

  it.each([
    ['最近三天 台湾', '台湾', '最近三天'],
    ['台湾 最近一周', '台湾', '最近一周'],
    ['過去兩個月的 渡輪', '渡輪', '過去兩個月'],
    ['ferry last 3 days', 'ferry', 'last 3 days'],
    ['last week ferry', 'ferry', 'last week'],
    ['最近三天', '最近三天', undefined],
    ['the last days of the ferry', 'the last days of the ferry', undefined],
    ['the last week of the ferry', 'the last week of the ferry', undefined],
    ['近代史 台湾', '近代史 台湾', undefined],
  ])('%s is about %s, in %s', (typed, query, period) => {
    expect(readSearch(typed)).toMatchObject({ query, period });
  });

  it('keeps words that only look like a period', async () => {
    expect(readSearch('night last 3 buses', () => false)).toMatchObject({
      query: 'night last 3 buses',
      period: undefined,
    });
    expect(await createTalk().say('/search night last 3 zebras')).toContain('night last 3 zebras');
  });

  it('finds only what came within the period', async () => {
    const { say } = createTalk({ now: new Date('2021-11-16T12:00:00Z') });
    expect(await say('/search 台湾')).toContain('台湾茶农的第七个冬天');
    const recent = await say('/search 最近两天 台湾');
    expect(recent).toContain('海峡渡轮复航');
    expect(recent).not.toContain('台湾茶农的第七个冬天');
  });

  it('leaves out the articles with an unwanted word', async () => {
    const { say } = createTalk();
    expect(await say('/search 台湾')).toContain('海峡渡轮复航');
    expect(await say('/search 台湾 -渡轮')).not.toContain('海峡渡轮复航');
  });
});
