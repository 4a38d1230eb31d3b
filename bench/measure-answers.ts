import { startTelegram } from '../test/emulators/telegram/telegram.ts';
import { freePort } from '../test/end-to-end/free-port.ts';
import { createPlace } from '../test/end-to-end/process.ts';
import { generateSnapshot } from './generate.ts';
import { scaled } from './scale.ts';

const ARTICLES = scaled(2000);
const PARAGRAPHS = 13;
const ANSWERS = scaled(200);
const READERS = 4;
const LOOK_EVERY_MS = 2;
const LINES = ['/articles', '/article 1', '/search 图书馆', '/help'];

const place = await createPlace();
const telegram = await startTelegram();
const port = await freePort();
try {
  for (let at = 0; at < ARTICLES; at += 1)
    await place.put({ [`data/snapshots/${at}.md`]: generateSnapshot(at, PARAGRAPHS) });
  await measure('no page', { WEB_PORT: '0' }, 0);
  await measure('a page that nobody reads', { WEB_PORT: String(port) }, 0);
  await measure(`a page with ${READERS} readers who never pause`, { WEB_PORT: String(port) }, READERS);
} finally {
  await telegram.stop();
  await place.remove();
}

/** Starts the bot, and prints how long people on Telegram wait for their answers. */
async function measure(name: string, env: Record<string, string>, readers: number): Promise<void> {
  const bot = place.start([], { ...env, TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot });
  while (!(await answer('/articles', 1000)).includes(`${ARTICLES.toLocaleString('en')} articles`)) {
    // The library is still being read.
  }
  const stop = new AbortController();
  const pages = Array.from({ length: readers }, () => readPages(stop.signal));
  const times: number[] = [];
  for (let at = 0; at < ANSWERS; at += 1) {
    const begun = performance.now();
    await answer(LINES[at % LINES.length] ?? '', LOOK_EVERY_MS);
    times.push(performance.now() - begun);
  }
  stop.abort();
  const read = (await Promise.all(pages)).reduce((sum, count) => sum + count, 0);
  bot.child.kill('SIGTERM');
  await bot.ended;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const figures = { medianMilliseconds: at(0.5), p95Milliseconds: at(0.95), longestMilliseconds: at(1) };
  process.stdout.write(`${JSON.stringify({ answers: name, count: ANSWERS, ...figures, pagesRead: read })}\n`);
}

/** What the bot answers to somebody who has not asked before, so that no limit of a chat makes them wait. */
async function answer(line: string, lookEveryMs: number): Promise<string> {
  const person = telegram.addUser();
  telegram.say(person, person.id, line);
  while (telegram.botMessages(person.id).length === 0) await new Promise((done) => setTimeout(done, lookEveryMs));
  const [first] = telegram.botMessages(person.id);
  return first?.text ?? first?.caption ?? '';
}

/** Opens the list and its articles again and again; returns how many pages came. */
async function readPages(signal: AbortSignal): Promise<number> {
  const address = `http://127.0.0.1:${port}`;
  let read = 0;
  while (!signal.aborted) {
    const list = await (await fetch(address)).text();
    const paths = [...list.matchAll(/href="(\/articles\/[a-z0-9]+)"/gu)].map(([, path]) => path);
    for (const path of paths.slice(0, 5)) await (await fetch(`${address}${path}`)).text();
    read += 1 + Math.min(5, paths.length);
  }
  return read;
}
