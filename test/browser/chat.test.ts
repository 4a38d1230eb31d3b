import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { articles } from '../fixtures/articles.ts';
import { findBarriers } from '../fixtures/axe.ts';
import { browserSuite } from '../fixtures/browser-suite.ts';
import { HOSTILE, makeHostileArticle } from '../fixtures/hostile-article.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { createWebTalk } from '../fixtures/web-talk.ts';

const MAX_PAGE_BYTES = 150_000;

/** Time runs faster for the limits, so that no test waits. */
const open = browserSuite(async () => {
  let ms = 0;
  const { context } = await createWebTalk({ articles: [...articles, makeHostileArticle()] });
  return { ...context, monotonicMs: () => (ms += 1000) };
});

async function say(page: Page, line: string): Promise<void> {
  const turns = await page.locator('.turn').count();
  await page.getByRole('combobox').fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.locator('.turn').nth(turns).waitFor();
}

/** Scrolls to the end, where the field covers nothing: a button that is partly behind it counts as too small. */
async function scrollToEnd(page: Page): Promise<void> {
  const isAtEnd = `(() => {
    const { documentElement: root } = document;
    scrollTo({ top: root.scrollHeight, behavior: 'instant' });
    return scrollY + innerHeight >= root.scrollHeight - 1;
  })()`;
  await expect.poll(() => page.evaluate(isAtEnd), { timeout: 60_000 }).toBe(true);
}

describe.each(LOOKS)('the chat on %s', (_, look) => {
  it.for([
    ['en-GB', ''],
    ['zh-CN', '?as=telegram'],
    ['en-GB', '?as=discord'],
  ])('answers in %s%s without errors, barriers or jumps', async ([locale = '', as = ''], context) => {
    const { page, problems, foreign, shifted, bytes } = await open(context, { ...look, locale });
    await page.goto(`/chat/new${as}`);
    await say(page, '/articles');
    await page.locator('.turn button').first().click();
    await page.locator('.turn').nth(1).waitFor();
    await say(page, '/images strait001');
    await scrollToEnd(page);
    expect(await findBarriers(page)).toEqual([]);
    expect(await shifted()).toBeLessThan(0.05);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect([problems, foreign]).toEqual([[], []]);
    expect([...bytes.values()].reduce((sum, one) => sum + one)).toBeLessThan(MAX_PAGE_BYTES);
  });
});

it('is used by the keyboard alone: completion, history, buttons', async (context) => {
  const { page } = await open(context, { locale: 'en-GB' });
  await page.goto('/chat/new');
  const line = page.getByRole('combobox');
  const offers = page.getByRole('option');
  await line.pressSequentially('/artic');
  await offers.first().waitFor();
  expect(await line.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await line.getAttribute('aria-activedescendant')).toBe('offer-1');
  await page.keyboard.press('Enter');
  await line.pressSequentially('night');
  await page.getByRole('option', { name: 'nightbus3' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Tab');
  expect(await line.inputValue()).toBe('/article nightbus3 ');
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('Route 40 leaves the depot').waitFor();
  expect(await line.inputValue()).toBe('');
  await page.keyboard.press('ArrowUp');
  expect(await line.inputValue()).toBe('/article nightbus3 ');
  await page.keyboard.press('ArrowDown');
  expect(await line.inputValue()).toBe('');
  await page.getByRole('button', { name: '1 Drivers' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('Most of them asked for it.').waitFor();
});

it('keeps what has the focus clear of the field', async (context) => {
  const { page } = await open(context, {
    locale: 'en-GB',
    viewport: { width: 390, height: 500 },
    reducedMotion: 'reduce',
  });
  await page.goto('/chat/new');
  await say(page, '/articles');
  await say(page, '/help');
  await page.evaluate(`(() => {
    const [before, behind] = document.querySelectorAll('.turn:first-child button');
    scrollBy({ top: behind.getBoundingClientRect().bottom + 10 - innerHeight, behavior: 'instant' });
    before.focus({ preventScroll: true });
  })()`);
  await page.keyboard.press('Tab');
  const isClear = `document.activeElement.matches('.turn:first-child button:nth-of-type(2)') &&
    document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.composer').getBoundingClientRect().top`;
  await expect.poll(() => page.evaluate(isClear), { timeout: 60_000 }).toBe(true);
});

it('shows answers as another platform by one press', async (context) => {
  const { page } = await open(context, { locale: 'en-GB' });
  await page.goto('/chat/new');
  await say(page, '/article nightbus3');
  await page.getByRole('link', { name: 'Telegram' }).click();
  const preview = page.getByRole('group', { name: 'Telegram' });
  expect(await preview.textContent()).toContain('of 4,096 characters');
  await say(page, '/links strait001');
  expect(await preview.count()).toBe(2);
});

it('takes a file, and says so if /export did not make it', async (context) => {
  const { page, problems } = await open(context, { locale: 'en-GB' });
  await page.goto('/chat/new');
  const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') };
  await page.getByLabel('A file for /import').setInputFiles(file);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.turn').waitFor();
  expect(await page.locator('.typed').textContent()).toBe('/import');
  expect(await page.getByRole('log').textContent()).toContain('That is not a file that /export made.');
  expect(await page.getByLabel('A file for /import').inputValue()).toBe('');
  expect(problems).toEqual([]);
});

it('works without scripts', async (context) => {
  const { page } = await open(context, { locale: 'en-GB', javaScriptEnabled: false });
  await page.goto('/chat/new');
  await page.getByRole('textbox', { name: 'Type a command' }).fill('/articles');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Night bus' }).click();
  expect(await page.getByRole('log').textContent()).toContain('Route 40 leaves the depot');
});

it('shows hostile text as text, and no script runs', async (context) => {
  const { page, foreign, problems } = await open(context);
  await page.goto('/chat/new');
  for (const line of [HOSTILE, '/articles', `/article ${HOSTILE}`, '/search script']) await say(page, line);
  await page.getByRole('combobox').pressSequentially('/article ');
  await page.getByRole('option', { name: 'window.hacked' }).waitFor();
  expect(await page.textContent('.log')).toContain(HOSTILE);
  await page.reload();
  expect(await page.textContent('.log')).toContain(HOSTILE);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(await page.locator('a[href^="javascript:"], [onerror]').count()).toBe(0);
  expect([foreign, problems]).toEqual([[], []]);
});

it('draws only what is in sight of a thousand answers', async (context) => {
  const { page } = await open(context, { locale: 'en-GB' });
  await page.goto('/chat/new');
  await say(page, '/articles');
  await page.evaluate(`for (let at = 1; at < 1000; at += 1) {
    const turn = document.querySelector('.turn');
    turn.parentElement.append(turn.cloneNode(true));
  }`);
  await page.evaluate('document.querySelector(".log").lastElementChild.scrollIntoView({ block: "start" })');
  const drawn = `[...document.querySelectorAll('.answer')].map(
    (answer) => answer.checkVisibility({ contentVisibilityAuto: true }))`;
  await expect.poll(async () => await page.evaluate(`${drawn}.at(-1)`)).toBe(true);
  const all = await page.evaluate<boolean[]>(drawn);
  expect(all).toHaveLength(1000);
  expect(all.filter(Boolean).length).toBeLessThan(20);
  await say(page, '/help');
  expect(await page.locator('.turn').last().isVisible()).toBe(true);
});

it('says so when the bot is gone', async (context) => {
  const { page } = await open(context, { locale: 'en-GB' });
  await page.goto('/chat/new');
  await page.context().setOffline(true);
  await page.getByRole('combobox').fill('help');
  await page.keyboard.press('Enter');
  await page.getByText('The bot did not answer.').waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('help');
});
