import { describe, expect, it } from 'vitest';
import { createApp } from '../../../adapters/web/app.ts';
import type { Article } from '../../../src/article/article.ts';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { HOSTILE, makeHostileArticle } from '../../fixtures/hostile-article.ts';
import { makeWebContext } from '../../fixtures/web-context.ts';

const HOST = 'localhost:8642';
const SCRIPT = '<script src="/reader.js" defer></script>';

const harbour = makeArticle({
  url: 'https://news.example/harbour',
  title: 'The harbour opens again',
  language: 'en',
  stampedAt: '2024-05-01T08:30:00.000Z',
  authors: ['Ada Miller'],
  sections: [
    [null, 'Boats came back on Wednesday.'],
    ['What it cost', 'Nobody knows yet.\nThe mayor will say it.'],
  ],
});

function open(articles: readonly Article[] = [harbour]) {
  const errors: unknown[] = [];
  const app = createApp(
    makeWebContext({ library: createFakeLibrary(articles), report: (error) => void errors.push(error) }),
  );
  return {
    errors,
    async get(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const answer = await app.request(path, { method, headers: { host: HOST, ...headers } });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}

describe('the list', () => {
  it('shows the newest articles by day', async () => {
    const { text, status } = await open().get('/');
    expect(status).toBe(200);
    expect(text).toContain('1 May · Wed');
    expect(text).toContain(`<a class="headline" href="/articles/${harbour.id}">The harbour opens again</a>`);
    expect(text).toContain('news.example');
  });

  it('offers sites to choose from, with the chosen one marked, unless there is only one', async () => {
    const sites = ['a', 'b'].map((site) => makeArticle({ url: `https://${site}.example/1`, title: `On ${site}.` }));
    const current = async (path: string) =>
      /<nav class="sites".*?aria-current="page">(.*?)</su.exec((await open(sites).get(path)).text)?.[1]?.trim();
    expect(await current('/')).toBe('All sites');
    expect(await current('/?source=b.example')).toMatch(/^b\.example/u);
    expect((await open(sites.slice(0, 1)).get('/')).text).not.toContain('class="sites"');
  });

  it('has pages and sites', async () => {
    const many = Array.from({ length: 65 }, (_, number) =>
      makeArticle({ url: `https://${number % 2 ? 'a' : 'b'}.example/${number}`, title: `Number ${number}.` }),
    );
    const site = open(many);
    const second = (await site.get('/?page=2')).text;
    expect(second).toContain('href="/?page=1"');
    expect(second).toContain('href="/?page=3"');
    expect(second.match(/class="headline"/g)).toHaveLength(30);
    const one = (await site.get('/?source=a.example&page=2')).text;
    expect(one.match(/class="headline"/g)).toHaveLength(2);
    expect(one).toContain('href="/?source=a.example&amp;page=1"');
    expect((await site.get('/?page=0&source=')).text).toContain('Number');
    expect(one).toMatch(/source=b\.example"[^>]*>b\.example <small>33</u);
  });

  it('says whether a search found something', async () => {
    expect((await open().get('/?q=harbour')).text).toContain('<span>1 article</span>');
    expect((await open().get('/?q=zebra')).text).toContain('<span>The search found nothing for “zebra”.');
  });

  it('says that there is nothing yet', async () => {
    expect((await open([]).get('/')).text).toContain('There are no articles yet.');
  });

  it('finds articles by words, and opens the section', async () => {
    const { text } = await open().get('/?q=mayor');
    expect(text).toContain(`/articles/${harbour.id}?section=1#s1`);
    expect(text).toContain('value="mayor"');
    expect((await open().get('/?q=nothing+here')).text).toContain('nothing here');
  });
});

describe('an article', () => {
  it('has its contents and text', async () => {
    const { text } = await open().get(`/articles/${harbour.id}`);
    expect(text).toContain('<h1>The harbour opens again</h1>');
    expect(text).toContain('<a href="#s1">What it cost</a>');
    expect(text).toMatch(/<section id="s1"><h2>What it cost<\/h2>\s*<p>Nobody knows yet\.<\/p><p>The mayor/);
    expect(text).toContain('Ada Miller');
    expect(text).toContain('<a href="https://news.example/harbour" rel="noreferrer">news.example</a>');
    expect(text).toContain('about 1 minute');
  });

  it('shows pictures with caption and credit, blocks, players and links', async () => {
    const rich = structuredClone(harbour);
    const [lead] = rich.sections;
    if (lead === undefined) throw new Error('no lead');
    const image = { url: 'https://news.example/a.jpg', alt: 'Boats', caption: 'Three boats', credit: 'Jo Lind' };
    lead.images = [{ ...image, original: null, width: 800, height: 600, candidates: [] }];
    lead.text = [
      { kind: 'quote', spans: [{ text: 'Said', emphasis: true }] },
      { kind: 'list', ordered: false, items: [[{ text: 'One', strong: true }]] },
      { kind: 'table', rows: [[[{ text: 'cell' }]]] },
      { kind: 'code', spans: [{ text: 'a < b' }] },
      { kind: 'paragraph', spans: [{ text: 'here', href: 'https://other.example/' }] },
    ];
    lead.media = [{ kind: 'video', url: 'https://v.example/1', title: 'A film', poster: null, caption: null }];
    lead.links = [
      { url: 'https://other.example/', text: 'here', role: 'inline' },
      { url: 'https://more.example/', text: 'More', role: 'related' },
    ];
    const { text } = await open([rich]).get(`/articles/${rich.id}`);
    expect(text).toContain('<img src="https://news.example/a.jpg" alt="Boats" width="800" height="600"');
    expect(text).toContain('<figcaption>Three boats <small>Jo Lind</small></figcaption>');
    expect(text).toContain('<blockquote><p><em>Said</em></p></blockquote>');
    expect(text).toContain('<ul><li><strong>One</strong></li></ul>');
    expect(text).toContain('<td>cell</td>');
    expect(text).toContain('<pre><code>a &lt; b</code></pre>');
    expect(text).toContain('▶ <a href="https://v.example/1" rel="noreferrer">A film</a>');
    expect(text).toContain('Links 1');
    expect(text).toContain('<ul><li><a href="https://other.example/" rel="noreferrer">here</a></li></ul>');
    expect(text).toContain('<ul><li><a href="https://more.example/" rel="noreferrer">More</a></li></ul>');
  });

  it('is right to left where its language is', async () => {
    const arabic = makeArticle({ url: 'https://a.example/1', title: 'الميناء', language: 'ar', direction: 'rtl' });
    expect((await open([arabic]).get(`/articles/${arabic.id}`)).text).toContain('<article lang="ar" dir="rtl">');
  });

  it('that does not exist is a page that says so', async () => {
    const { status, text } = await open().get('/articles/..%2f..%2fetc%2fpasswd');
    expect(status).toBe(404);
    expect(text).toContain('There is no such page.');
  });
});

describe('untrusted text', () => {
  const hostile = makeHostileArticle();

  it.each([
    '/',
    `/articles/${hostile.id}`,
    `/?q=${encodeURIComponent(HOSTILE)}`,
    `/?source=${encodeURIComponent(HOSTILE)}`,
  ])('is escaped everywhere: %s', async (path) => {
    const { text } = await open([hostile]).get(path);
    expect(text.replace(SCRIPT, '')).not.toMatch(/<script|<img src=x|javascript:/i);
    expect(text).toContain('&lt;script&gt;');
  });
});

describe('access', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.1:8642', ''])(
    'refuses a page opened as %j',
    async (host) => {
      const { status, text } = await open().get('/', { host });
      expect(status).toBe(421);
      expect(text).not.toContain('harbour');
    },
  );

  it.each(['localhost', 'LOCALHOST:9000', '127.0.0.1:8642', '[::1]:8642'])('answers as %s', async (host) => {
    expect((await open().get('/', { host })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await open().get('/', {}, method)).status).toBe(405);
  });

  it.each([
    '/../package.json',
    '/style.css/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/articles/%2e%2e%2fpackage.json',
    '/browser/reader.js',
    '//etc/passwd',
  ])('serves no other file: %s', async (path) => {
    const { status, text } = await open().get(path);
    expect(status).toBe(404);
    expect(text).not.toContain('"gazette"');
  });

  it.each([
    '/',
    '/style.css',
    '/nothing',
    '/articles/none',
    '/digests',
    '/digests.atom',
    '/digests/2024-05-02/email',
    '/reader.js',
  ])('sends its policy with %s', async (path) => {
    const { headers } = await open().get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });
});

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '全部'],
  ['de, zh-TW;q=0.5, en;q=0.1', 'zh-TW', '搜尋'],
  ['en;q=0.2, zh-Hant;q=0.9', 'zh-TW', '搜尋'],
  ['tlh, zh;q=0', 'en', 'Search'],
  [';;;,q=1', 'en', 'Search'],
])('speaks the language of the browser: %s', async (accepted, lang, word) => {
  const two = [harbour, makeArticle({ url: 'https://b.example/', title: 'Two' })];
  const { text } = await open(two).get('/', { 'accept-language': accepted });
  expect(text).toContain(`<html lang="${lang}">`);
  expect(text).toContain(word);
});

it('says that something failed, and reports it', async () => {
  const { errors, get } = open();
  const broken = createApp(
    makeWebContext({
      library: { ...createFakeLibrary([]), newest: () => Promise.reject(new Error('disk')) },
      report: (error) => void errors.push(error),
    }),
  );
  const answer = await broken.request('/', { headers: { host: HOST } });
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('disk');
  expect(errors).toHaveLength(1);
  expect((await get('/')).status).toBe(200);
});
