import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type PreviewRequest, previewMessages } from '../../adapters/chat-previews.ts';
import type { PreviewOptions } from '../../adapters/web/preview/preview-options.ts';
import { previewPage, typedHtml } from '../../adapters/web/preview/preview-page.ts';
import type { Language } from '../../src/locales/languages.ts';
import { openBrowser } from '../fixtures/browser.ts';
import { createTalk } from '../fixtures/converse.ts';
import type { Step } from './walk.ts';
import { SCREEN_LANGUAGES, WALKS } from './walks.ts';

/** A phone. */
const VIEWPORT = { width: 390, height: 100 };
const PLATFORMS: readonly PreviewRequest['platform'][] = ['telegram', 'discord'];
const THEMES = ['light', 'dark'] as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'coverage/screens' },
    /** Only walks, platforms, languages or themes whose file name contains this. */
    only: { type: 'string', default: '' },
  },
});
const out = resolve(values.out);
const browser = await openBrowser();
try {
  if (browser === undefined) throw new Error('Chromium is not installed. On Debian: apt-get install chromium');
  await mkdir(out, { recursive: true });
  const page = await browser.newPage({ viewport: VIEWPORT });
  for (const language of SCREEN_LANGUAGES) for (const platform of PLATFORMS) await drawAll(page, language, platform);
} finally {
  await browser?.close();
}

async function drawAll(page: Page, language: Language, platform: PreviewRequest['platform']): Promise<void> {
  for (const [name, steps, talk] of WALKS) {
    const themes = THEMES.map((theme) => ({ theme, file: `${name}.${platform}.${language}.${theme}` }));
    const wanted = themes.filter(({ file }) => file.includes(values.only));
    if (wanted.length === 0) continue;
    const bot = createTalk({ language, ...talk });
    const answers: string[] = [];
    for (const step of steps) answers.push(await drawStep(step, bot, { platform, language }));
    for (const { theme, file } of wanted) {
      const path = join(out, `${file}.png`);
      await page.setContent(previewPage({ platform, theme, language, title: name, content: answers.join('') }));
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      process.stdout.write(`${path}\n`);
    }
  }
}

/** What is typed, or what happens, and the messages that follow. */
async function drawStep(
  step: Step,
  bot: ReturnType<typeof createTalk>,
  { platform, language }: Pick<PreviewRequest, 'platform' | 'language'>,
): Promise<string> {
  const preview = { platform, language, options: optionsFor(language) };
  if (typeof step === 'object' && 'happens' in step) {
    const pushed = await step.run(bot, language);
    return pushed === undefined ? '' : htmlOf(await previewMessages(pushed, preview));
  }
  const { typed, told = {} } = typeof step === 'string' ? { typed: step } : step;
  return typedHtml(typed) + htmlOf(await previewMessages(await bot.ask(typed, told), preview));
}

function htmlOf(messages: readonly { html: string }[]): string {
  return messages.map(({ html }) => html).join('');
}

/** Pictures of the samples exist nowhere: their frames stay empty. */
function optionsFor(language: Language): PreviewOptions {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return { pictureAddress: () => undefined, formatInstant: (seconds) => format.format(new Date(seconds * 1000)) };
}
