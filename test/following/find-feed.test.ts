import { describe, expect, it } from 'vitest';
import { findFeed } from '../../src/following/find-feed.ts';
import { requestFeed } from '../../src/following/request-feed.ts';
import { makeRss } from '../fakes/rss.ts';
import { createFakeWeb, type FakeAnswer } from '../fakes/web.ts';

const NOW = new Date('2024-05-02T00:00:00.000Z');
const SITE = 'https://example.org/';
const FEED = 'https://example.org/news.xml';
const page = (head: string, body = '') => `<html><head>${head}</head><body>${body}</body></html>`;
const declares = (href: string, title = '') =>
  `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`;
const login = '<form><input name="user"><input type="password" name="secret"></form>';

async function find(pages: Record<string, FakeAnswer>, address = SITE) {
  const { fetch } = createFakeWeb(pages);
  const found = await findFeed(address, { fetch, now: NOW });
  return found.kind === 'read' ? `${found.url} ${found.feed.entries.length}` : found.failure;
}

describe('the feed of an address', () => {
  const rss = makeRss([{ name: 'a' }, { name: 'b' }]);

  it('is the feed there', async () => {
    expect(await find({ [FEED]: rss }, FEED)).toBe(`${FEED} 2`);
  });

  it('is the one that the page declares, in its head or in a Link header', async () => {
    expect(await find({ [SITE]: page(declares('/news.xml')), [FEED]: rss })).toBe(`${FEED} 2`);
    const headers = { link: '</news.xml>; rel="alternate"; type="application/rss+xml"' };
    expect(await find({ [SITE]: { headers, body: page('') }, [FEED]: rss })).toBe(`${FEED} 2`);
  });

  it('is found on a page of another charset than UTF-8, by its header', async () => {
    const body = Buffer.from(page(declares('/news.xml')), 'utf16le');
    const headers = { 'content-type': 'text/html; charset=utf-16le' };
    expect(await find({ [SITE]: { headers, body }, [FEED]: rss })).toBe(`${FEED} 2`);
  });

  it('is not that of the comments, even if that stands first', async () => {
    const head = declares('/comments/feed.xml', 'Comments') + declares('/news.xml');
    expect(await find({ [SITE]: page(head), 'https://example.org/comments/feed.xml': rss, [FEED]: rss })).toBe(
      `${FEED} 2`,
    );
  });

  it('is at one of the usual paths if the page declares none', async () => {
    expect(await find({ [SITE]: page(''), 'https://example.org/feed': rss })).toBe('https://example.org/feed 2');
  });

  it('is rather one with entries, else one without', async () => {
    const head = declares('/empty.xml') + declares('/news.xml');
    const empty = { 'https://example.org/empty.xml': makeRss([]) };
    expect(await find({ [SITE]: page(head), ...empty, [FEED]: rss })).toBe(`${FEED} 2`);
    expect(await find({ [SITE]: page(head), ...empty })).toBe('https://example.org/empty.xml 0');
  });

  it('is where the address has moved for good, not where it is for now', async () => {
    const moved = 'https://example.org/moved.xml';
    expect(await find({ [FEED]: { url: moved, movedTo: moved, body: rss } }, FEED)).toBe(`${moved} 2`);
    expect(await find({ [FEED]: { url: moved, body: rss } }, FEED)).toBe(`${FEED} 2`);
  });

  it.each<[string, FakeAnswer, string]>([
    ['nothing is there', { status: 404 }, 'not-found'],
    ['it is gone', { status: 410 }, 'not-found'],
    ['it wants a password', { status: 401 }, 'login'],
    ['it is a login page', page('', login), 'login'],
    ['the site forbids it', { status: 403 }, 'refused'],
    ['the site is broken', { status: 503 }, 'unreachable'],
    ['the page has no feed', page('<title>No feed</title>'), 'no-feed'],
    ['it is a picture', '\u0089PNG\r\n\u001a', 'no-feed'],
    ['it is private', { fails: 'forbidden-address' }, 'private'],
    ['there is no such host', { fails: 'unknown-host' }, 'unreachable'],
    ['it takes too long', { fails: 'timeout' }, 'unreachable'],
    ['it is endless', { fails: 'too-large' }, 'too-large'],
    ['it is no web address', { fails: 'bad-address' }, 'bad-address'],
  ])('cannot be read if %s', async (_, answer, failure) => {
    expect(await find({ [SITE]: answer })).toBe(failure);
  });
});

describe('a request for a known feed', () => {
  const known = { url: FEED, etag: '"e"', lastModified: 'Thu, 02 May 2024 00:00:00 GMT' };

  it('asks only for what has changed', async () => {
    const web = createFakeWeb({ [FEED]: { status: 304, headers: { 'cache-control': 'max-age=60' } } });
    const answer = await requestFeed(known, { fetch: web.fetch, now: NOW });
    expect(answer).toEqual({ kind: 'unchanged', url: FEED, askedMs: 60_000 });
    expect(web.headers[0]).toMatchObject({
      'if-none-match': '"e"',
      'if-modified-since': 'Thu, 02 May 2024 00:00:00 GMT',
    });
  });

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Thu, 02 May 2024 00:10:00 GMT' }, 600_000],
    [{ 'retry-after': 'soon', 'cache-control': 'public, max-age=31536000' }, 3_600_000],
    [{ 'retry-after': 'Thu, 02 May 2019 00:10:00 GMT' }, 0],
    [{}, 0],
  ])('notes the pause that the server asks for: %o', async (headers, askedMs) => {
    const { fetch } = createFakeWeb({ [FEED]: { status: 429, headers } });
    expect(await requestFeed(known, { fetch, now: NOW })).toEqual({ kind: 'failed', failure: 'refused', askedMs });
  });
});
