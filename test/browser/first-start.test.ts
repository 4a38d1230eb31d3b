import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openBrowser, openWindow } from '../fixtures/browser.ts';
import { startSamplePage } from '../fixtures/sample-page.ts';

let browser: Browser | undefined;
let bot: Awaited<ReturnType<typeof startSamplePage>>;
beforeAll(async () => {
  [browser, bot] = await Promise.all([openBrowser(), startSamplePage()]);
});
afterAll(async () => {
  await browser?.close();
  await bot.stop();
});

it('leads a newcomer from the first start to an article, its pictures, and the same in the chat', async ({ skip }) => {
  if (browser === undefined) return skip('Chromium is not installed');
  const { page, problems, foreign, pictures, close } = await openWindow(browser, {
    baseURL: bot.address,
    locale: 'en-GB',
  });
  onTestFinished(close);
  await page.goto('/');
  await page.getByRole('link', { name: 'The last night bus' }).click();
  await page.getByRole('link', { name: 'How the vote was won' }).click();
  expect(new URL(page.url()).hash).toBe('#s3');
  await page.getByRole('figure').last().scrollIntoViewIfNeeded();
  await expect.poll(() => pictures.length).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('button', { name: '/articles' }).click();
  await page.getByRole('button', { name: 'The last night bus' }).click();
  await page.getByRole('button', { name: 'Pictures' }).click();
  await page.locator('.turn').nth(2).getByRole('figure').first().waitFor();
  await page.getByRole('link', { name: 'Discord' }).click();
  expect(await page.getByRole('group', { name: 'Discord' }).count()).toBe(3);
  expect([problems, foreign]).toEqual([[], []]);
});
