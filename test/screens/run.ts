import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type PreviewRequest, previewMessages } from '../../adapters/chat-previews.ts';
import type { PreviewOptions } from '../../adapters/web/preview/preview-options.ts';
import { previewPage, typedHtml } from '../../adapters/web/preview/preview-page.ts';
import type { Article } from '../../src/article/article.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { View } from '../../src/view/view.ts';
import { articles } from '../fixtures/articles.ts';
import { openBrowser } from '../fixtures/browser.ts';
import { createTalk, type Talk } from '../fixtures/converse.ts';
import type { Reader, Step } from './walk.ts';
import { READERS, WALKS } from './walks.ts';

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
  for (const reader of READERS) for (const platform of PLATFORMS) await drawAll(page, reader, platform);
} finally {
  await browser?.close();
}

async function drawAll(page: Page, reader: Reader, platform: PreviewRequest['platform']): Promise<void> {
  const { language } = reader;
  for (const [name, steps, talk] of WALKS) {
    const themes = THEMES.map((theme) => ({ theme, file: `${name}.${platform}.${reader.name}.${theme}` }));
    const wanted = themes.filter(({ file }) => file.includes(values.only));
    if (wanted.length === 0) continue;
    const bot = createTalk({ language, ...talkWith(reader, talk) });
    const drawing: Drawing = { bot, platform, reader, last: undefined };
    const answers: string[] = [];
    for (const step of steps) answers.push(await drawStep(step, drawing));
    for (const { theme, file } of wanted) {
      const path = join(out, `${file}.png`);
      await page.setContent(previewPage({ platform, theme, language, title: name, content: answers.join('') }));
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      process.stdout.write(`${path}\n`);
    }
  }
}

/** A talk about articles in the reader's language. */
function talkWith({ translate = (article) => article }: Reader, talk: Talk = {}): Talk {
  const earlier: Record<string, readonly Article[]> = {};
  for (const [id, versions] of Object.entries(talk.earlier ?? {})) earlier[id] = versions.map(translate);
  return { ...talk, articles: (talk.articles ?? articles).map(translate), earlier };
}

/** A walk that is drawn. */
interface Drawing {
  bot: ReturnType<typeof createTalk>;
  platform: PreviewRequest['platform'];
  reader: Reader;
  /** The last answer. */
  last: View | undefined;
}

/** What is typed or pressed, or what happens, and the messages that follow. */
async function drawStep(step: Step, drawing: Drawing): Promise<string> {
  const { bot, platform, reader, last } = drawing;
  const { language, say = (words) => words } = reader;
  const draw = async (view: View) =>
    htmlOf(await previewMessages(view, { platform, language, options: optionsFor(language) }));
  if (typeof step === 'object' && 'happens' in step) {
    const pushed = await step.run(bot, language);
    return pushed === undefined ? '' : await draw(pushed);
  }
  const { typed, told = {} } = typeof step === 'object' ? step : { typed: toTyped(step, last) };
  drawing.last = await bot.ask(say(typed), told);
  return (
    typedHtml(typeof step === 'number' ? `[${last?.actions[step - 1]?.label}]` : say(typed)) +
    (await draw(drawing.last))
  );
}

function toTyped(step: string | number, last: View | undefined): string {
  if (typeof step === 'string') return step;
  const action = last?.actions[step - 1];
  if (action === undefined || !('command' in action)) throw new Error(`The last answer has no button ${step}.`);
  return action.command;
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
