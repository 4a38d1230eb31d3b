import type { Page } from 'playwright-core';
import { expect, it, onTestFinished, type TestContext } from 'vitest';
import { makeArticle } from '../fakes/article.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { browserSuite } from '../fixtures/browser-suite.ts';
import { makeWebContext } from '../fixtures/web-context.ts';

const many = Array.from({ length: 5 }, (_, number) =>
  makeArticle({
    url: `https://a.example/${number}`,
    title: `Number${number}`,
    stampedAt: `2024-05-0${number + 1}T08:00:00.000Z`,
    sections: Array.from({ length: 6 }, (_one, at) => [
      at === 0 ? null : `Part ${at}`,
      `${'Some words.\n'.repeat(30)}The end of ${at}`,
    ]),
  }),
);
const [oldest] = many;
let searches: string[] = [];
/** Whether the oldest article has a new section at its start. */
let isLonger = false;
const library = createFakeLibrary(many);
const watched: typeof library = {
  ...library,
  async article(id) {
    const article = await library.article(id);
    const [first] = article?.sections ?? [];
    if (!isLonger || article === undefined || first === undefined) return article;
    return { ...article, sections: [{ ...first, number: 9, title: 'Part 0' }, ...article.sections] };
  },
  search: (words, limit) => {
    searches.push(words);
    return library.search(words, limit);
  },
};
const openWindow = browserSuite(async () =>
  makeWebContext({ library: watched, now: () => new Date('2024-05-06T12:00:00.000Z') }),
);

async function open(context: TestContext) {
  searches = [];
  return await openWindow(context, { locale: 'en-GB' });
}

it('searches while somebody types, with few requests, and goes back to the list', async (context) => {
  const { page, problems } = await open(context);
  await page.goto('/');
  await page.getByRole('searchbox').pressSequentially('number3', { delay: 5 });
  await expect.poll(() => page.textContent('h1')).toContain('number3');
  expect(await page.locator('.headline').allTextContents()).toEqual(['Number3']);
  expect(page.url()).toContain('/?q=number3');
  expect(await page.getByRole('searchbox').inputValue()).toBe('number3');
  expect(searches.length).toBeLessThan(4);
  await page.goBack();
  await expect.poll(() => page.textContent('h1')).toBe('Newest articles');
  expect(problems).toEqual([]);
});

it('goes by keys, except in fields', async (context) => {
  const { page } = await open(context);
  await page.goto('/');
  const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toBe('Number3');
  await page.keyboard.press('k');
  expect(await focused()).toBe('Number4');
  await page.keyboard.press('?');
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('gh?j');
  expect(await page.getByRole('searchbox').inputValue()).toBe('gh?j');
  expect(await page.getByRole('dialog').isVisible()).toBe(false);
  await page.goto(`/articles/${oldest?.id}`);
  await page.keyboard.press('Control+g');
  await page.keyboard.press('h');
  expect(page.url()).toContain('/articles/');
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForURL((url) => url.pathname === '/');
});

it('continues an article where its reader stopped', async (context) => {
  const { page } = await open(context);
  const address = `/articles/${oldest?.id}`;
  const place = () => page.evaluate<number>('Math.round(scrollY)');
  await page.goto(address);
  expect(await place()).toBe(0);
  await page.evaluate(`scrollTo(0, document.getElementById('s3').offsetTop + 40)`);
  const stopped = await place();
  await expect.poll(saved(page)).toContain('"at"');
  await page.goto('/');
  await page.goto(address);
  expect(Math.abs((await place()) - stopped)).toBeLessThan(3);
  await page.goto('/');
  await page.goto(`${address}#s1`);
  expect(await place()).toBeLessThan(stopped);
});

it('continues at the same words in an article that has become longer, in another window', async (context) => {
  const address = `/articles/${oldest?.id}`;
  const { page } = await open(context);
  const end = '[...document.querySelectorAll("main p")].find((one) => one.textContent === "The end of 3")';
  await page.goto(address);
  await page.evaluate(`scrollTo(0, ${end}.offsetTop + 2)`);
  await expect.poll(saved(page)).toContain('The end of 3');
  await page.goto('/');
  await page.setViewportSize({ width: 390, height: 700 });
  isLonger = true;
  onTestFinished(() => {
    isLonger = false;
  });
  await page.goto(address);
  expect(await page.textContent('main')).toContain('Part 0');
  expect(await page.evaluate<number>(`Math.abs(${end}.getBoundingClientRect().top)`)).toBeLessThan(5);
});

/** What the page remembers of places in articles. */
function saved(page: Page): () => Promise<string | null> {
  return () => page.evaluate('localStorage.getItem("places")');
}
