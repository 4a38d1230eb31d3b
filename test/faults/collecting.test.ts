import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startFeedSite } from '../end-to-end/feed-site.ts';
import { createPlace, type Place } from '../end-to-end/process.ts';
import { createRandom, readSeed } from './random.ts';

const KILLS = Number(process.env['FAULTS_KILLS'] ?? 20);
const SITES = 6;
const STORIES = ['the old ferry', 'the new bridge', 'the lighthouse'];
const LONGEST_LIFE_MS = 4000;

it('a bot that is killed while it collects loses no entry and leaves no half snapshot', async () => {
  const random = createRandom(readSeed());
  const place = await createPlace();
  await place.put({ 'data/snapshots/.keep': '' });
  const sites = await Promise.all(Array.from({ length: SITES }, () => startFeedSite(STORIES)));
  const addresses = sites.map(({ address }) => address);
  const env = {
    FETCH_ALLOW: addresses.join(','),
    FEEDS: addresses.map((address) => `http://${address}/`).join(','),
    FEEDS_EVERY: '10s',
  };
  let stories = SITES * STORIES.length;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // There is always something to collect, but a feed that is read for the first time has only twenty entries to collect.
    if ((await filesIn(place)).length >= stories) {
      sites[kill % SITES]?.publish(`the storm of night ${kill}`);
      stories += 1;
    }
    const { child, ended } = place.start(['chat'], env);
    await pause(300 + random.below(LONGEST_LIFE_MS));
    child.kill('SIGKILL');
    await ended;
  }
  const last = place.start(['chat'], env);
  while ((await filesIn(place)).length < stories) await pause(200);
  last.child.stdin.end();
  expect((await last.ended).code).toBe(0);
  const files = await filesIn(place);
  expect(files).toHaveLength(stories);
  const { out, code } = await place.run(['parse', ...files]);
  expect([code, out.trimEnd().split('\n').length]).toEqual([0, files.length]);
  expect(out.split('in his notebook for those who come later').length - 1).toBeGreaterThanOrEqual(4 * files.length);
  for (const site of sites) site.stop();
  await place.remove();
});

/** The snapshots that readers would see. */
async function filesIn({ folder }: Place): Promise<string[]> {
  const found = await Array.fromAsync(glob('data/captured/**/*.md', { cwd: folder }));
  return found.map((file) => join(folder, file)).sort();
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
