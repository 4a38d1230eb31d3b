import { describe, expect, it } from 'vitest';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { makeEdition } from '../fakes/subscription.ts';
import { articles } from '../fixtures/articles.ts';

const library = createFakeLibrary(articles);

/** Articles whose titles contain a topic of the selection; all of them without topics. */
const arrivals = {
  async between(
    _range: unknown,
    { topics }: Edition['selection'],
    { offset, limit }: { offset: number; limit: number },
  ) {
    const { entries } = await library.newest({ offset: 0, limit: 50 });
    const wanted = entries.filter(({ title }) => topics.length === 0 || topics.some((topic) => title.includes(topic)));
    return { total: wanted.length, entries: wanted.slice(offset, offset + limit) };
  },
};
const deps = { arrivals, library, report: () => undefined };
const everything = makeEdition('aaaaaa@noon');

describe('an edition', () => {
  it('leaves out what another edition of the same chat has, and counts the rest', async () => {
    const [first, ...others] = (await composeEdition(everything, deps)).items;
    const selection = { sources: [], topics: [first?.title ?? ''], without: [] };
    const apartFrom = [makeEdition('bbbbbb@noon', { selection })];
    const digest = await composeEdition(everything, deps, { apartFrom });
    expect(digest.items.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(digest.total).toBe(others.length);
    const second = await composeEdition(everything, deps, { apartFrom, page: 2 });
    expect([second.items, second.total]).toEqual([[], others.length]);
  });
});
