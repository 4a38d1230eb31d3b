import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetcher } from '../adapters/fetch/fetcher.ts';
import { systemClock } from '../adapters/shared/system-clock.ts';
import { createFolderSync } from '../adapters/snapshots/folder-sync.ts';
import { saveSnapshot } from '../adapters/snapshots/save-snapshot.ts';
import { openState } from '../adapters/stores.ts';
import { articleId } from '../src/article/address.ts';
import { createCapturePage } from '../src/capture/capture-page.ts';
import { createCollector } from '../src/following/collector.ts';
import { beginFeed } from '../src/following/followed-feed.ts';
import { scaled } from './scale.ts';

const FEEDS = scaled(1000);
const ENTRIES = 20;
const CONCURRENCY = { feeds: 16, entries: 16, perHost: 16 };
const DAY_MS = 24 * 60 * 60_000;

const folder = await mkdtemp(join(tmpdir(), 'gazette-feeds-'));
const site = spawn(process.execPath, [join(import.meta.dirname, 'feeds/site.ts'), String(ENTRIES)]);
try {
  const port = String(((await once(site.stdout, 'data')) as [Buffer])[0]).trim();
  process.stdout.write(`${JSON.stringify(await measure(`http://127.0.0.1:${port}`))}\n`);
} finally {
  site.kill();
  await rm(folder, { recursive: true, force: true });
}

/** Collects all entries of all feeds from one host without pauses, and reads them into a library. */
async function measure(origin: string) {
  const state = await openState({ scheme: 'sqlite', location: join(folder, 'state.sqlite') });
  const fetcher = createFetcher({ version: 'bench', contact: undefined, allowed: new Set([new URL(origin).host]) });
  const follower = { platform: 'bench', chat: '1' };
  for (let at = 0; at < FEEDS; at += 1) {
    const url = `${origin}/feed-${at}`;
    await state.feeds.follow({ feed: beginFeed(articleId(url), url), nextAt: new Date() }, follower);
  }
  const collector = createCollector({
    ...state,
    library: state.articles,
    clock: systemClock,
    fetch: fetcher.fetch,
    capture: createCapturePage({ fetch: fetcher.fetch }),
    save: (file) => saveSnapshot(join(folder, 'captured'), file),
    limits: { minMs: DAY_MS, maxMs: DAY_MS },
    reportTrouble: async () => undefined,
    report: (error) => process.stderr.write(`${String(error)}\n`),
    concurrency: CONCURRENCY,
  });
  const begun = performance.now();
  await collector.start();
  const isDone = async () => (await state.feeds.pending()) === 0 && (await unread(state.feeds)) === 0;
  while (!(await isDone())) await new Promise((done) => setTimeout(done, 500));
  await collector.stop();
  const collected = performance.now();
  const source = { name: 'captured', path: join(folder, 'captured') };
  const warn = (line: string) => process.stderr.write(`${line}\n`);
  await createFolderSync([source], { store: state.articles, now: () => new Date(), warn }).run();
  const ended = performance.now();
  const articles = await state.articles.size();
  await Promise.all([state.close(), fetcher.close()]);
  return {
    feeds: FEEDS,
    articles,
    collectSeconds: seconds(collected - begun),
    librarySeconds: seconds(ended - collected),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** How many feeds were not read yet. */
async function unread(feeds: Awaited<ReturnType<typeof openState>>['feeds']): Promise<number> {
  return (await feeds.all()).filter(({ firstReadAt }) => firstReadAt === null).length;
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
