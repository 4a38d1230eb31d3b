import { expect, it } from 'vitest';
import { findSource, suggestSources } from '../../src/arguments/find/find-source.ts';
import { beginFeed } from '../../src/following/followed-feed.ts';
import { nameSources } from '../../src/following/name-sources.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { createFakeFeedStore } from '../fakes/feed-store.ts';

const question = {
  audience: createAudience('en', 'UTC'),
  again: (source: string) => `/x ${source}`,
  maxButtonBytes: 64,
};

async function libraryWith(titles: Readonly<Record<string, string>>) {
  const feeds = createFakeFeedStore();
  for (const [path, title] of Object.entries(titles)) {
    const host = path.split('/')[0] ?? '';
    const feed = { ...beginFeed(path, `https://${path}`), title, sources: [host] };
    await feeds.follow({ feed, nextAt: new Date(0) }, { platform: 'test', chat: 'one' });
  }
  const sources = ['a.example', 'b.example'].map((source) => ({ source, articles: 7 }));
  return { sources: nameSources({ sources: async () => sources }, feeds) };
}

it('suggests sites by the title of their feed too', async () => {
  const library = await libraryWith({ 'a.example/feed': 'Harbour News' });
  expect(await suggestSources({ typed: 'harb', limit: 5 }, library)).toEqual([
    { value: 'a.example', label: 'Harbour News · a.example (7)' },
  ]);
  expect(await findSource('harbour news', library, question)).toBe('a.example');
});

it('gives no name to a site with several feeds, or to one that is named like its host', async () => {
  const library = await libraryWith({ 'a.example/1': 'News', 'a.example/2': 'Sport', 'b.example/1': 'B.example' });
  expect((await library.sources()).map(({ name }) => name)).toEqual([undefined, undefined]);
});
