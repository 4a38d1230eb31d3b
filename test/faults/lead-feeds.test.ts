import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FeedSite, startFeedSite } from '../end-to-end/feed-site.ts';
import { createPlace, type Running } from '../end-to-end/process.ts';
import { postgresServer } from '../fixtures/postgres.ts';
import { redisServer } from '../fixtures/redis.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';

const LOOK_MS = 50;
const PATIENCE_MS = 180_000;
/** Each bot says in its requests which one it is. */
const NAMES = ['one@example.org', 'other@example.org'];

async function until(isSo: () => boolean, what: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error(`Waited in vain: ${what}`);
    await sleep(LOOK_MS);
  }
}

/** Which of the bots have read the feed, in the order of their requests. */
const readersOf = ({ readers }: FeedSite) => readers.map((reader) => NAMES.findIndex((name) => reader.includes(name)));

/** Starts two bots on one store, which follow a site. */
async function startTwo(server: SharedServer, site: FeedSite): Promise<Running[]> {
  const place = await createPlace();
  await place.put({ 'data/snapshots/.keep': '' });
  const address = await server.create();
  const start = async (CONTACT: string) =>
    place.start(['chat'], {
      ...site.env,
      FEEDS: `http://${site.address}/`,
      STORE_URL: await server.forProcess(address),
      CONTACT,
    });
  const bots = await Promise.all(NAMES.map(start));
  onTestFinished(async () => {
    for (const { child } of bots) child.kill('SIGKILL');
    await Promise.all(bots.map(({ ended }) => ended));
    await place.remove();
  });
  return bots;
}

describe.each([postgresServer, redisServer])('two bots that follow a site ($scheme)', (server) => {
  server.skipWithout();

  it('read it in turn: when the one that does is killed, the other one goes on', async () => {
    const site = await startFeedSite(['the old ferry']);
    onTestFinished(() => site.stop());
    const bots = await startTwo(server, site);
    await until(() => readersOf(site).length > 2, 'the feed is read again and again');
    const [leader = -1] = readersOf(site);
    const follower = 1 - leader;
    expect(new Set(readersOf(site))).toEqual(new Set([leader]));

    bots[leader]?.child.kill('SIGKILL');
    const killedAt = Date.now();
    site.publish('the new bridge');
    const story = `/story/${encodeURIComponent('the new bridge')}`;
    await until(() => site.asked.includes(story), 'the new story is read');
    console.log(JSON.stringify({ store: server.scheme, tookMs: Date.now() - killedAt }));
    expect(readersOf(site).at(-1)).toBe(follower);
    bots[follower]?.child.stdin.end();
    expect(await bots[follower]?.ended).toMatchObject({ code: 0 });
  });
});
