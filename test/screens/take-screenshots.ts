import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser, openWindow } from '../fixtures/browser.ts';
import { startSamplePage } from '../fixtures/sample-page.ts';

/** The pictures of the README, by their names: what to do in the page before each. */
const PICTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async reader(page) {
    await page.goto('/');
  },
  async chat(page) {
    await page.goto('/chat/1?as=telegram');
    for (const name of ['/articles', 'The last night bus', 'What the books say']) {
      await page.getByRole('button', { name }).last().click();
    }
    await page.locator('.turn').nth(2).waitFor();
  },
};
const SIZE = { width: 1120, height: 640 };

const { values } = parseArgs({ options: { out: { type: 'string', default: 'docs/images' } } });
const out = resolve(values.out);
const [browser, bot] = await Promise.all([openBrowser(), startSamplePage()]);
try {
  if (browser === undefined) throw new Error('Chromium is not installed. On Debian: apt-get install chromium');
  await mkdir(out, { recursive: true });
  for (const [name, prepare] of Object.entries(PICTURES)) {
    const { page, close } = await openWindow(browser, {
      baseURL: bot.address,
      viewport: SIZE,
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    await prepare(page);
    const path = join(out, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    process.stdout.write(`${path}\n`);
    await close();
  }
} finally {
  await browser?.close();
  await bot.stop();
}
