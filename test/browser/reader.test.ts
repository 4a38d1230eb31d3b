import { describe, expect, it } from 'vitest';
import { createFakeLibrary } from '../fakes/library.ts';
import { articles } from '../fixtures/articles.ts';
import { findBarriers } from '../fixtures/axe.ts';
import { browserSuite } from '../fixtures/browser-suite.ts';
import { HOSTILE, makeHostileArticle } from '../fixtures/hostile-article.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { makeWebContext } from '../fixtures/web-context.ts';

const LANGUAGES = [
  ['en-GB', 'nightbus3', 'Night bus'],
  ['zh-CN', 'strait001', '台湾一侧'],
  ['ar', 'library04', 'مكتبة'],
] as const;
/** A phone on a slow line has the text within a second. */
const MAX_PAGE_BYTES = 40_000;
const MAX_STYLE_BYTES = 10_000;
const MAX_SCRIPT_BYTES = 5000;
/** Twenty times what it takes: it must not depend on how busy the machine is. */
const MAX_FIRST_PAINT_MS = 4000;

const hostile = { ...makeHostileArticle(), language: null };
const open = browserSuite(async () => makeWebContext({ library: createFakeLibrary([...articles, hostile]) }));

describe.each(LOOKS)('on %s', (_, look) => {
  it.for(LANGUAGES)('reads in %s without errors, barriers or jumps', async ([locale, id, words], context) => {
    const { page, shifted, foreign, problems } = await open(context, { ...look, locale });
    for (const path of ['/', `/articles/${id}`, '/?q=zebra']) {
      await page.goto(path);
      expect(await findBarriers(page)).toEqual([]);
      expect(await shifted()).toBeLessThan(0.02);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    await page.goto(`/articles/${id}`);
    expect(await page.textContent('main')).toContain(words);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
});

it.for([true, false])(
  'goes from the list to a section and its pictures, with scripts: %s',
  async (scripts, context) => {
    const { page, pictures } = await open(context, { javaScriptEnabled: scripts, locale: 'en-GB' });
    await page.goto('/');
    await page.getByRole('link', { name: '渡轮' }).first().click();
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: '船长想要什么' }).click();
    expect(new URL(page.url()).hash).toBe('#s2');
    const caption = page.getByText('船长在驾驶台');
    await caption.scrollIntoViewIfNeeded();
    expect(await caption.isVisible()).toBe(true);
    await expect.poll(() => pictures).toContain('https://img.example.org/captain.jpg');
  },
);

it('shows hostile text as text, and no script runs', async (context) => {
  const { page, foreign, problems } = await open(context);
  const places = ['/', `/articles/${hostile.id}`, `/?q=${encodeURIComponent(HOSTILE)}`];
  for (const path of [...places, `/?source=${encodeURIComponent(HOSTILE)}`]) {
    await page.goto(path);
    expect(await page.textContent('body')).toContain(HOSTILE);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('script:not([src="/reader.js"]), a[href^="javascript:"], [onerror]').count()).toBe(0);
  }
  expect(foreign).toEqual([]);
  expect(problems).toEqual([]);
});

it('is light, and is painted soon', async (context) => {
  const { page, bytes } = await open(context);
  for (const path of ['/', '/articles/strait001']) {
    bytes.clear();
    await page.goto(path, { waitUntil: 'networkidle' });
    const paint = await page.evaluate<number>(
      `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
        .observe({ type: 'paint', buffered: true }))`,
    );
    expect(paint).toBeLessThan(MAX_FIRST_PAINT_MS);
    expect([...bytes.keys()].toSorted()).toEqual([path, '/reader.js', '/style.css'].toSorted());
    expect(bytes.get('/reader.js')).toBeLessThan(MAX_SCRIPT_BYTES);
    expect(bytes.get('/style.css')).toBeLessThan(MAX_STYLE_BYTES);
    expect([...bytes.values()].reduce((sum, one) => sum + one)).toBeLessThan(MAX_PAGE_BYTES);
  }
});
