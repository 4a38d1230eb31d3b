import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type PreviewRequest, previewMessages } from '../../adapters/chat-previews.ts';
import type { PreviewOptions } from '../../adapters/web/preview/preview-options.ts';
import { previewPage, typedHtml } from '../../adapters/web/preview/preview-page.ts';
import type { Language } from '../../src/locales/languages.ts';
import { createTalk } from '../fixtures/converse.ts';
import { SCREEN_LANGUAGES, WALKS } from './walks.ts';

const run = promisify(execFile);
const WIDTH = 390;
/** A headless window is that much taller than its page. */
const WINDOW_FRAME = 90;
/** Tells how tall the page is. */
const MEASURE =
  '<script>document.body.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);</script>';
const PLATFORMS: readonly PreviewRequest['platform'][] = ['telegram', 'discord'];
const THEMES = ['light', 'dark'] as const;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'coverage/screens' },
    browser: { type: 'string', default: 'chromium' },
    /** Only walks, platforms, languages or themes whose file name contains this. */
    only: { type: 'string', default: '' },
  },
});
const out = resolve(values.out);
const pages = await mkdtemp(join(tmpdir(), 'gazette-screens-'));

await mkdir(out, { recursive: true });
try {
  for (const language of SCREEN_LANGUAGES) for (const platform of PLATFORMS) await drawAll(language, platform);
} finally {
  await rm(pages, { recursive: true, force: true });
}

async function drawAll(language: Language, platform: PreviewRequest['platform']): Promise<void> {
  for (const [name, lines] of WALKS) {
    const { ask } = createTalk({ language });
    const answers: string[] = [];
    for (const typed of lines) {
      const messages = await previewMessages(await ask(typed), { platform, language, options: optionsFor(language) });
      answers.push(typedHtml(typed), ...messages.map(({ html }) => html));
    }
    for (const theme of THEMES) {
      const file = `${name}.${platform}.${language}.${theme}`;
      if (!file.includes(values.only)) continue;
      await draw(file, previewPage({ platform, theme, language, title: name, content: answers.join('') }));
    }
  }
}

async function draw(name: string, html: string): Promise<void> {
  const page = join(pages, `${name}.html`);
  const picture = join(out, `${name}.png`);
  await writeFile(page, html + MEASURE);
  const address = pathToFileURL(page).href;
  const { stdout } = await browse(['--dump-dom', `--window-size=${WIDTH},100`, address]);
  const height = Number(/data-height="(\d+)"/u.exec(stdout)?.[1] ?? WIDTH) + WINDOW_FRAME;
  await browse([`--screenshot=${picture}`, `--window-size=${WIDTH},${height}`, address]);
  process.stdout.write(`${picture}\n`);
}

async function browse(flags: readonly string[]) {
  return await run(values.browser, ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', ...flags], {
    maxBuffer: 64 * 1024 * 1024,
  });
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
