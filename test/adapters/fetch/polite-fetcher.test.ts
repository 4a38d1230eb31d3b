import { beforeEach, describe, expect, it } from 'vitest';
import type { Fetcher, ScheduledFetch } from '../../../adapters/fetch/fetcher.ts';
import { createPoliteFetcher } from '../../../adapters/fetch/polite-fetcher.ts';
import { FetchError } from '../../../src/web/fetch-error.ts';
import type { Fetched } from '../../../src/web/fetch-page.ts';
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts';

type Answer = { status?: number; text?: string; location?: string; takesMs?: number } | FetchError;

let clock: FakeClock;
/** By address; what is not there is a page, and no robots.txt. */
let answers: Record<string, Answer>;
/** What was asked, with its second. */
let log: string[];
let polite: Fetcher;

/** A fetcher of made-up sites, which follows redirects as the real one does. */
function createFakeFetcher(): Fetcher {
  const get = async (url: URL): Promise<{ status: number; text: string; location?: string }> => {
    log.push(`${clock.nowMs() / 1000} ${url.href}`);
    const answer = answers[url.href] ?? (url.pathname === '/robots.txt' ? { status: 404 } : {});
    if (answer instanceof FetchError) throw answer;
    const { status = 200, text = '', takesMs, ...rest } = answer;
    if (takesMs !== undefined) await new Promise<void>((resolve) => void clock.after(takesMs, resolve));
    return { status, text, ...rest };
  };
  return {
    async fetch(address, { schedule }: ScheduledFetch = {}): Promise<Fetched> {
      for (let url = new URL(address); ; ) {
        const { status, text, location } = await (schedule?.(url, () => get(url)) ?? get(url));
        if (location === undefined)
          return { url: url.href, movedTo: undefined, status, headers: {}, body: new TextEncoder().encode(text) };
        url = new URL(location, url);
      }
    },
    close: async () => undefined,
  };
}

beforeEach(() => {
  clock = createFakeClock();
  answers = {};
  log = [];
  polite = createPoliteFetcher(createFakeFetcher(), { clock });
});

const rules = (text: string): Answer => ({ text });

describe('requests', () => {
  it('go to one host one at a time, two seconds apart; other hosts do not wait', async () => {
    answers['https://a.example/1'] = { takesMs: 5000 };
    const fetched = Promise.all(
      ['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://a.example/3'].map((url) =>
        polite.fetch(url),
      ),
    );
    await clock.pass(60_000);
    await fetched;
    expect(log).toEqual([
      '0 https://a.example/robots.txt',
      '0 https://b.example/robots.txt',
      '2 https://a.example/1',
      '2 https://b.example/1',
      '9 https://a.example/2',
      '11 https://a.example/3',
    ]);
  });

  it('go on when the clock was set back', async () => {
    const first = polite.fetch('https://a.example/1');
    await clock.pass(10_000);
    await first;
    clock.jump(-36_000_000);
    const second = polite.fetch('https://a.example/2');
    await clock.pass(2000);
    await second;
    expect(log).toHaveLength(3);
  });

  it('keep the pause that a site asks for, up to half a minute', async () => {
    answers['https://a.example/robots.txt'] = rules('User-agent: *\nCrawl-delay: 10');
    answers['https://b.example/robots.txt'] = rules('User-agent: *\nCrawl-delay: 86400');
    const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://b.example/2'];
    const fetched = Promise.all(urls.map((url) => polite.fetch(url)));
    await clock.pass(120_000);
    await fetched;
    expect(log.filter((line) => line.includes('a.example'))).toEqual([
      '0 https://a.example/robots.txt',
      '10 https://a.example/1',
      '20 https://a.example/2',
    ]);
    expect(log.at(-1)).toBe('60 https://b.example/2');
  });

  it('go on after one that failed', async () => {
    answers['https://a.example/1'] = new FetchError('unreachable', 'No.');
    const failed = polite.fetch('https://a.example/1').catch(String);
    const next = polite.fetch('https://a.example/2');
    await clock.pass(60_000);
    expect(await failed).toContain('No.');
    expect(await next).toMatchObject({ status: 200 });
  });
});

describe('robots.txt', () => {
  const tryIt = async (url: string) => {
    const outcome = polite.fetch(url).then(
      () => 'allowed',
      (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
    );
    await clock.pass(10_000);
    return await outcome;
  };

  it('is obeyed, for Gazette by name or for all, and read once a day', async () => {
    answers['https://a.example/robots.txt'] = rules('User-agent: *\nDisallow: /private');
    answers['https://b.example/robots.txt'] = rules('User-agent: gazette\nDisallow: /\n\nUser-agent: *\nAllow: /');
    expect(await tryIt('https://a.example/news')).toBe('allowed');
    expect(await tryIt('https://a.example/private/1')).toBe('disallowed');
    expect(await tryIt('https://b.example/news')).toBe('disallowed');
    const looks = () => log.filter((line) => line.endsWith('a.example/robots.txt')).length;
    expect(looks()).toBe(1);
    await clock.pass(24 * 60 * 60_000);
    await tryIt('https://a.example/news');
    expect(looks()).toBe(2);
  });

  it.each<[string, Answer, string]>([
    ['is not there', { status: 404 }, 'allowed'],
    ['is forbidden', { status: 403 }, 'allowed'],
    ['is a page', rules('<!doctype html><html><body>Disallow: /</body></html>'), 'allowed'],
    ['cannot be decoded', new FetchError('bad-response', 'No.'), 'allowed'],
    ['fails on the server', { status: 503 }, 'unreachable'],
    ['cannot be reached', new FetchError('unreachable', 'No.'), 'unreachable'],
    ['is on no host', new FetchError('unknown-host', 'No.'), 'unknown-host'],
    ['is on an internal address', new FetchError('forbidden-address', 'No.'), 'forbidden-address'],
  ])('that %s', async (_, answer, outcome) => {
    answers['https://a.example/robots.txt'] = answer;
    expect(await tryIt('https://a.example/news')).toBe(outcome);
  });

  it('that failed is read again after ten minutes', async () => {
    answers['https://a.example/robots.txt'] = { status: 503 };
    expect(await tryIt('https://a.example/news')).toBe('unreachable');
    delete answers['https://a.example/robots.txt'];
    expect(await tryIt('https://a.example/news')).toBe('unreachable');
    await clock.pass(10 * 60_000);
    expect(await tryIt('https://a.example/news')).toBe('allowed');
  });

  it('counts at each redirect', async () => {
    answers['https://a.example/out'] = { status: 302, location: 'https://b.example/private' };
    answers['https://b.example/robots.txt'] = rules('User-agent: *\nDisallow: /private');
    expect(await tryIt('https://a.example/out')).toBe('disallowed');
  });
});
