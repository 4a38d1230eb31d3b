import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { LOCAL_ACCESS, type WebAccess } from '../../../adapters/web/access.ts';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import { createFakeArrivals } from '../../fakes/arrivals.ts';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeDeliveryQueue } from '../../fakes/delivery-queue.ts';
import { createFakeFeedStore } from '../../fakes/feed-store.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../../fakes/subscription-store.ts';
import { HOSTILE } from '../../fixtures/hostile-article.ts';
import { openPage } from './open-page.ts';

const TOKEN = '0123456789abcdef0123';
/** With style and scripts, 150 kB. */
const MAX_PAGE_BYTES = 140_000;
const WITH_TOKEN: WebAccess = { ...LOCAL_ACCESS, token: TOKEN };
const START = Date.parse('2024-05-02T12:00:00.000Z');
const article = makeArticle({ url: 'https://news.example/1', title: 'One', stampedAt: '2024-05-02T08:00:00.000Z' });

async function open(access = WITH_TOKEN) {
  const clock = { ms: START };
  const now = () => new Date(clock.ms);
  const [subscriptions, deliveries, feeds] = [
    createFakeSubscriptionStore(),
    createFakeDeliveryQueue(),
    createFakeFeedStore(),
  ];
  const selection = { sources: [], topics: [HOSTILE], without: [] };
  await subscriptions.save(makeSubscription(), null);
  const suspended = { state: 'suspended', suspendedFor: 'forbidden' } as const;
  await subscriptions.save(
    makeSubscription({ id: 'bbbbbb', to: { platform: 'discord', chat: HOSTILE }, selection, ...suspended }),
    null,
  );
  await deliveries.add([makeEdition('aaaaaa@1'), makeEdition('aaaaaa@2'), makeEdition('aaaaaa@3')], now());
  await deliveries.take('telegram', now(), 2);
  await deliveries.complete('aaaaaa@1', 'failed', { at: now(), reason: 'busy' });
  await deliveries.complete('aaaaaa@2', 'sent', { at: new Date('2024-05-02T00:02:05.000Z') });
  const feed = { ...beginFeed('feed00001', 'https://news.example/feed'), title: HOSTILE };
  await feeds.follow({ feed, nextAt: new Date(START + 3_600_000) }, { platform: 'telegram', chat: '1' });
  const refusal = {
    file: `${HOSTILE}/../bad.md`,
    code: 'no-url',
    message: 'has no address',
    line: 2,
    at: now().toISOString(),
  };
  const library = { ...createFakeLibrary([article]), refusals: async () => [refusal] };
  const stores = { subscriptions, deliveries, feeds, arrivals: createFakeArrivals([article]) };
  const page = openPage({ library, stores, access, now });
  /** Opens the control room; returns the cookie, and the token of its forms. */
  async function enter() {
    const { headers } = await page.post('/control/open', { token: TOKEN });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const { text } = await page.get('/control', { cookie });
    return { cookie, form: load(text)('input[name=form]').first().attr('value') ?? '', text };
  }
  return { ...page, ...stores, library, clock, enter };
}

describe('the control room', () => {
  it('shows the queue, lateness, chats, feeds and refused snapshots', async () => {
    const { enter } = await open();
    const { text } = await enter();
    const shown = load(text)('main').text();
    expect(shown).toContain('Waiting: 1 · Failed: 1');
    expect(shown).toContain('Half of the digests arrived within 2m 5s of their time, the latest after 2m 5s.');
    expect(shown).toContain('the platform was unreachable for a whole day');
    expect(shown).toContain(`discord ${HOSTILE}`);
    expect(shown).toContain('line 2');
    expect(shown).toContain(`${HOSTILE}/../bad.md`);
    const charts = load(text)('svg title').text();
    expect(charts).toContain('2024-05-02: news.example 1');
    // One was sent before, one failed and one waits now.
    expect(charts).toMatch(/11:00: Queue 0.*12:00: Queue 2/u);
    expect(load(text)('svg [style], script:not([src])').length).toBe(0);
    expect(load(text)('script[src="/control.js"]').length).toBe(1);
    const loose = load(text)('body')
      .contents()
      .toArray()
      .filter(({ type }) => type === 'text');
    expect(loose.map((node) => load(text)(node).text().trim()).join('')).toBe('');
  });

  it('shows long lists by page: each that failed, each that is suspended, and how many there are', async () => {
    const { get, subscriptions, deliveries, feeds } = await open(LOCAL_ACCESS);
    const ids = Array.from({ length: 620 }, (_, at) => `c${String(at).padStart(5, '0')}`);
    for (const id of ids) {
      const to = { platform: 'telegram', chat: id };
      const isLast = id === ids.at(-1);
      await subscriptions.save(
        makeSubscription({ id, to, ...(isLast && { state: 'suspended', suspendedFor: 'gone' }) }),
        null,
      );
      const feed = beginFeed(`f${id}`, `https://${id}.example/feed`);
      await feeds.follow({ feed, nextAt: new Date(START) }, to);
    }
    const at = new Date(START);
    const last = makeEdition(`${ids.at(-1)}@1`, {
      to: { platform: 'telegram', chat: 'c00619' },
      subscription: 'c00619',
    });
    await deliveries.add([last], at);
    await deliveries.complete(last.id, 'failed', { at, reason: 'busy' });
    const list = async (name: string, page: number) => {
      const main = load((await get(`/control?${name}=${page}`)).text);
      const heading = main(`#${name}`);
      return {
        title: heading.text(),
        items: heading.next().text(),
        links: heading.nextUntil('h2').find('a').toArray(),
      };
    };
    expect((await list('failed', 1)).items).toContain('telegram c00619');
    expect((await list('suspended', 1)).items).toContain('telegram c00619');
    const first = await list('subscriptions', 1);
    expect(first.title).toBe('Subscriptions 622');
    expect(first.items).not.toContain('c00619');
    expect(first.links.map(({ attribs }) => attribs['href'])).toContain('/control?subscriptions=2#subscriptions');
    expect((await list('subscriptions', 13)).items).toContain('telegram c00619');
    expect((await list('feeds', 13)).items).toContain('c00619.example');
    expect((await list('feeds', 1)).title).toBe('Feeds 621');
  });

  it('stays small however much there is', async () => {
    const { enter, subscriptions, deliveries, feeds, library } = await open();
    const long = 'a topic that somebody wrote at some length';
    const ids = Array.from({ length: 300 }, (_, at) => `c${String(at).padStart(5, '0')}`);
    const at = new Date(START);
    for (const id of ids) {
      const to = { platform: 'telegram', chat: `-100${id}` };
      const selection = { sources: ['news.example'], topics: [long], without: ['sport'] };
      const suspended = { state: 'suspended', suspendedFor: 'forbidden' } as const;
      await subscriptions.save(makeSubscription({ id, to, selection, ...suspended }), null);
      await feeds.follow({ feed: beginFeed(`f${id}`, `https://${id}.example/${long}`), nextAt: at }, to);
      const edition = makeEdition(`${id}@1`, { to, subscription: id, selection });
      await deliveries.add([edition], at);
      await deliveries.complete(edition.id, 'failed', { at, reason: 'busy' });
    }
    const refused = ids.map((id) => ({
      file: `${id}/${long}.md`,
      code: 'no-address',
      message: long,
      line: 2,
      at: at.toISOString(),
    }));
    library.refusals = async () => refused;
    const { text } = await enter();
    expect(load(text)('#refused').text()).toBe('Refused snapshots 300');
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_PAGE_BYTES);
  });

  it('is to be read on this machine without a token, and nothing can be changed', async () => {
    const { get, post, deliveries } = await open(LOCAL_ACCESS);
    const { text } = await get('/control');
    expect(text).toContain('Waiting: 1');
    expect(text).toContain('set WEB_TOKEN');
    expect(load(text)('form[method=post]').length).toBe(0);
    expect((await post('/control/resend', { id: 'aaaaaa@1', form: '' })).status).toBe(403);
    expect((await deliveries.backlog()).failed).toBe(1);
  });

  it('does not exist in public without a token, and asks for it with one', async () => {
    const without = await open({ isPublic: true, origin: undefined, token: undefined });
    expect((await without.get('/control', { host: 'news.example' })).status).toBe(404);
    expect((await without.get('/control')).status).toBe(404);
    const { get } = await open({ isPublic: true, origin: undefined, token: TOKEN });
    const { text, status } = await get('/control', { host: 'news.example' });
    expect(status).toBe(200);
    expect(text).toContain('name="token"');
    expect(text).not.toContain('aaaaaa');
  });

  it('hides chats from those who do not know the token', async () => {
    const { get, enter } = await open();
    expect((await get('/subscriptions/aaaaaa/next')).status).toBe(404);
    expect((await get('/control/live')).status).toBe(404);
    const { cookie } = await enter();
    expect((await get('/subscriptions/aaaaaa/next', { cookie })).status).toBe(200);
  });

  it('takes only text as the token and in its forms', async () => {
    const { ask, enter, deliveries } = await open();
    const upload = async (
      path: string,
      fields: Record<string, string | Blob>,
      headers: Record<string, string> = {},
    ) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return (await ask(path, { origin: 'http://localhost:8642', ...headers }, { method: 'POST', body })).status;
    };
    const file = (text: string) => new Blob([text]);
    const { cookie, form } = await enter();
    expect(await upload('/control/resend', { form: file(form), id: 'aaaaaa@1' }, { cookie })).toBe(403);
    expect(await upload('/control/resend', { form, id: file('aaaaaa@1') }, { cookie })).toBe(303);
    expect(await upload('/control/open', { token: file(TOKEN) })).toBe(429);
    expect((await deliveries.backlog()).failed).toBe(1);
  });

  it.each(['zh-CN', 'zh-TW'])('speaks %s', async (language) => {
    const { get, enter } = await open();
    const { cookie } = await enter();
    expect((await get('/control', { cookie, 'accept-language': language })).text).toMatch(/控制室/);
  });
});

describe('a change', () => {
  it('sends a failed digest again', async () => {
    const { post, get, enter, deliveries } = await open();
    const { cookie, form } = await enter();
    const answer = await post('/control/resend', { id: 'aaaaaa@1', form }, { cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/control?done=resent']);
    expect((await get('/control?done=resent', { cookie })).text).toContain('Sending it again.');
    expect(await deliveries.backlog()).toMatchObject({ waiting: 2, failed: 0 });
    const again = await post('/control/resend', { id: 'none@1', form }, { cookie });
    expect(again.headers.get('location')).toBe('/control?done=nothing');
  });

  it('resumes a suspended subscription', async () => {
    const { post, enter, subscriptions } = await open();
    const { cookie, form } = await enter();
    await post('/control/resume', { id: 'bbbbbb', form }, { cookie });
    expect(await subscriptions.get('bbbbbb')).toMatchObject({ state: 'active', suspendedFor: null });
  });

  it('fetches a feed now', async () => {
    const { post, enter, feeds, clock } = await open();
    const { cookie, form } = await enter();
    const due = { now: new Date(clock.ms), after: '', limit: 10 };
    expect(await feeds.dueFeeds(due)).toHaveLength(0);
    await post('/control/fetch', { id: 'feed00001', form }, { cookie });
    expect(await feeds.dueFeeds(due)).toHaveLength(1);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that begins the same', { origin: 'http://localhost:8642.evil.example' }],
    ['no origin', { origin: '' }],
    ['a hidden origin', { origin: 'null' }],
  ])('is refused from %s', async (_, headers) => {
    const { post, enter, deliveries } = await open();
    const { cookie, form } = await enter();
    expect((await post('/control/resend', { id: 'aaaaaa@1', form }, { cookie, ...headers })).status).toBe(403);
    expect((await post('/control/open', { token: TOKEN }, headers)).status).toBe(403);
    expect((await deliveries.backlog()).failed).toBe(1);
  });

  it('is refused without a session, with the form of another one, and by a foreign name', async () => {
    const { post, enter, deliveries } = await open();
    const [one, other] = [await enter(), await enter()];
    expect((await post('/control/resend', { id: 'aaaaaa@1', form: one.form })).status).toBe(403);
    const mixed = await post('/control/resend', { id: 'aaaaaa@1', form: other.form }, { cookie: one.cookie });
    expect(mixed.status).toBe(403);
    const foreign = { cookie: one.cookie, host: 'evil.example', origin: 'http://evil.example' };
    expect((await post('/control/resend', { id: 'aaaaaa@1', form: one.form }, foreign)).status).toBe(421);
    expect((await deliveries.backlog()).failed).toBe(1);
  });

  it('is accepted from the public address behind a proxy', async () => {
    const { post } = await open({ isPublic: true, origin: 'https://news.example.org', token: TOKEN });
    const answer = await post('/control/open', { token: TOKEN }, { origin: 'https://news.example.org' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*Secure.*SameSite=Strict/);
  });

  it('is refused if it is large, and by other methods', async () => {
    const { post, get } = await open();
    expect((await post('/control/open', { token: 'x'.repeat(10_000) })).status).toBe(413);
    expect((await get('/control/open', {}, 'PUT')).status).toBe(405);
    expect((await get('/control/resend')).status).toBe(404);
  });
});

describe('the token', () => {
  it('must be right', async () => {
    const { post, get } = await open();
    const { status, headers, text } = await post('/control/open', { token: 'wrong' });
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('1');
    expect(headers.get('set-cookie')).toBeNull();
    expect(text).toContain('That was not the token. Try again in 1 second.');
    expect((await get('/control', { cookie: 'gazette=made-up' })).text).toContain('name="token"');
  });

  it('is not even read while a visitor waits, longer after each wrong one', async () => {
    const { post, clock } = await open();
    const waits: number[] = [];
    for (let guess = 0; guess < 9; guess += 1) {
      const { headers } = await post('/control/open', { token: `guess ${guess}` });
      waits.push(Number(headers.get('retry-after')));
      expect((await post('/control/open', { token: TOKEN })).status).toBe(429);
      clock.ms += 60_000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect((await post('/control/open', { token: TOKEN })).status).toBe(303);
  });

  it('opens a room that closes by itself, or by a button', async () => {
    const { get, post, enter, clock } = await open();
    const { cookie, form } = await enter();
    await post('/control/close', { form }, { cookie });
    expect((await get('/control', { cookie })).text).toContain('name="token"');
    const again = await enter();
    clock.ms += 12 * 3_600_000;
    expect((await get('/control', { cookie: again.cookie })).text).toContain('name="token"');
  });
});

it('tells how the queue is, as it changes, to a few browsers at once', async () => {
  const { ask } = await open(LOCAL_ACCESS);
  const streams = await Promise.all(Array.from({ length: 10 }, () => ask('/control/live')));
  const reader = streams[0]?.body?.getReader();
  const first = await reader?.read();
  expect(streams[0]?.headers.get('content-type')).toContain('text/event-stream');
  expect(Buffer.from(first?.value as Uint8Array).toString()).toMatch(/^data: Waiting: 1 · Failed: 1/);
  expect((await ask('/control/live')).status).toBe(503);
  await reader?.cancel();
  for (const { body } of streams.slice(1)) await body?.cancel();
});
