import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeFeedList, parseFeedList } from '../../src/feed/opml.ts';

const list = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`;

describe('a list of feeds', () => {
  it('has the feeds of all folders, each once, in their order', () => {
    const text = list(`<outline text="News">
        <outline text="Harbour &amp; Sea" type="rss" xmlUrl="https://a.example/feed"/>
        <outline text="Deeper"><outline title="Bay" text="x" xmlUrl="https://b.example/feed"/></outline>
      </outline>
      <outline text="again" xmlUrl="https://a.example/feed"/>
      <outline text="no feed" htmlUrl="https://c.example/"/>
      <outline text="no web address" xmlUrl="file:///etc/passwd"/>`);
    expect(parseFeedList(text)).toEqual([
      { url: 'https://a.example/feed', title: 'Harbour & Sea' },
      { url: 'https://b.example/feed', title: 'Bay' },
    ]);
  });

  it.each(['', 'no XML', '<html><body>Hello</body></html>', '{"feeds":[]}'])('is not %j', (text) => {
    expect(parseFeedList(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    const title = fc.string({ unit: fc.constantFrom('a', '&', '<', '>', '"', '新', ']]>', '🙂'), minLength: 1 });
    const feed = fc.record({ url: fc.webUrl().map((url) => new URL(url).href), title });
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 5 }), (feeds) => {
        expect(parseFeedList(composeFeedList('List', feeds)) ?? []).toEqual(feeds);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseFeedList(text);
        parseFeedList(list(text));
      }),
    );
  });
});
