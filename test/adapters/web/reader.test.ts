import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeArticle } from '../../fakes/article.ts';
import { createFakeLibrary } from '../../fakes/library.ts';
import { HOSTILE } from '../../fixtures/hostile-article.ts';
import { openPage } from './open-page.ts';

const now = makeArticle({
  url: 'https://news.example/harbour',
  title: 'The harbour opens again',
  stampedAt: '2024-05-01T08:30:00.000Z',
  sections: [
    [null, 'Boats came back.\nThe quay is new.'],
    ['What it cost', 'Two million.'],
  ],
});
const before = makeArticle({
  url: now.url,
  title: 'The harbour may open again',
  stampedAt: '2024-04-30T08:30:00.000Z',
  sections: [[null, `Boats came back.\nThe quay is old. ${HOSTILE}`]],
});
const library = createFakeLibrary([now], {
  versions: {
    [now.id]: [
      { stampedAt: now.stampedAt, addedAt: '2024-05-01T09:00:00.000Z', title: now.title, file: 'b.md' },
      { stampedAt: before.stampedAt, addedAt: '2024-05-01T09:00:00.000Z', title: before.title, file: 'a.md' },
    ],
  },
  earlier: { [now.id]: [before] },
});
const page = openPage({ library });

describe('the days', () => {
  it('are pages with the articles of that day, and links to its neighbours', async () => {
    expect((await page.get('/')).text).toContain('<a href="/days/2024-05-01">1 May · Wed</a>');
    const { text } = await page.get('/days/2024-05-01');
    expect(text).toContain('The harbour opens again');
    expect(text).toContain('href="/days/2024-04-30"');
    expect(text).toContain('href="/days/2024-05-02"');
    expect((await page.get('/days/2024-05-02')).text).not.toContain('href="/days/2024-05-03"');
  });

  it.each(['2024-02-30', 'today', '..%2f..%2fetc', '0000-00-00'])('are no other pages: %s', async (day) => {
    expect((await page.get(`/days/${day}`)).status).toBe(404);
  });
});

describe('an article with versions', () => {
  it('links to what changed', async () => {
    const { text } = await page.get(`/articles/${now.id}`);
    expect(text).toContain(`2 versions · <a href="/articles/${now.id}/changes">What changed</a>`);
  });

  it('shows what changed: the title, gained and lost paragraphs, new sections', async () => {
    const { text } = await page.get(`/articles/${now.id}/changes`);
    expect(text).toContain('<del>The harbour may open again</del>');
    expect(text).toContain('<ins>The quay is new.</ins>');
    expect(text).toContain('<del>The quay is old. &quot;&#39;&gt;&lt;script&gt;');
    expect(text).toMatch(/What it cost <small lang="en">new<\/small>/);
    expect(text).not.toContain('Boats came back.');
    expect(text).toContain(`href="/articles/${now.id}/versions/2"`);
  });

  it('shows the earlier version, and says which one it is', async () => {
    const { text } = await page.get(`/articles/${now.id}/versions/2`);
    expect(text).toContain('<h1>The harbour may open again</h1>');
    expect(text).toContain('An earlier version, from 30 Apr 2024 08:30');
  });

  it.each(['versions/1', 'versions/3', 'versions/x', 'changes?since=1', 'changes?since=99', 'changes?since=-1'])(
    'has no other versions: %s',
    async (path) => {
      expect((await page.get(`/articles/${now.id}/${path}`)).status).toBe(404);
    },
  );
});

it('divides a huge article into pages, and finds the page of a section', async () => {
  const paragraphs = Array.from({ length: 3000 }, (_, at) => `Paragraph ${at}. ${'word '.repeat(40)}`).join('\n');
  const sections = [
    [null, paragraphs],
    ['The end', 'Last words.'],
  ] as const;
  const huge = makeArticle({ url: 'https://a.example/huge', title: 'Huge', sections });
  const { get } = openPage({ library: createFakeLibrary([huge]) });
  const first = await get(`/articles/${huge.id}`);
  expect(first.text.length).toBeLessThan(300_000);
  expect(first.text).toContain(`href="/articles/${huge.id}?page=2"`);
  expect(first.text).not.toContain('Last words.');
  const end = await get(`/articles/${huge.id}?section=1`);
  expect(end.text).toContain('Last words.');
  expect(first.text).toMatch(new RegExp(`href="/articles/${huge.id}\\?page=\\d+#s1"`));
  expect((await get(`/articles/${huge.id}?page=999`)).status).toBe(404);
});

it('lists only the sections of the page if there are thousands', async () => {
  const sections = Array.from(
    { length: 3000 },
    (_, at) => [at === 0 ? null : `Part ${at}`, 'word '.repeat(100)] as const,
  );
  const huge = makeArticle({ url: 'https://a.example/parts', title: 'Parts', sections });
  const { get } = openPage({ library: createFakeLibrary([huge]) });
  const second = (await get(`/articles/${huge.id}?page=2`)).text;
  const [, start = ''] = /<ol start="(\d+)">/.exec(second) ?? [];
  expect(Number(start)).toBeGreaterThan(100);
  expect(second).toContain(`href="/articles/${huge.id}?page=2#s${start}"`);
  expect(second.length).toBeLessThan(400_000);
});

it('serves a small script, and pages that need none', async () => {
  const { text, headers } = await page.get('/reader.js');
  expect(headers.get('content-type')).toContain('text/javascript');
  expect(text.length).toBeLessThan(5000);
  expect(text).toBe(readFileSync('adapters/web/browser/reader.js', 'utf8'));
  expect((await page.get('/')).headers.get('content-security-policy')).toContain("script-src 'self';");
});
