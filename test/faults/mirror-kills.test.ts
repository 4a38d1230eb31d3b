import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { openState } from '../../adapters/stores.ts';
import type { State } from '../../src/state.ts';
import { createPlace, type Place } from '../end-to-end/process.ts';
import { createRepository, type Repository } from '../fixtures/repository.ts';
import { createRandom, readSeed } from './random.ts';

const KILLS = Number(process.env['FAULTS_MIRROR_KILLS'] ?? 20);
const FILES = 400;
/** Some die while they start, most while git clones or changes files. */
const LONGEST_MS = 2500;
const DONE = { timeout: 90_000, interval: 1000 };

/** Every round, each article says another thing at its end, which a half-written file lacks. */
const snapshot = (number: number, round: number) => `<!--${1717400000000 + round}-->
[Article ${number}, round ${round}](https://news.example.org/${number})
------

<main>${`<p>A paragraph that makes article ${number} longer than a page of the disk.</p>\n`.repeat(80)}
<p>Article ${number} ends in round ${round}.</p></main>
`;

/** The files of a round: in each round some have moved. */
function filesOf(round: number): Record<string, string> {
  const folder = (number: number) => (number % 3 === round % 3 ? 'moved' : `in/${number % 7}`);
  return Object.fromEntries(
    Array.from({ length: FILES }, (_, number) => [`${folder(number)}/${number}.md`, snapshot(number, round)]),
  );
}

const settingsFor = ({ url }: Repository) => ({ MIRRORS: url, FETCH_ALLOW: 'file:', MIRRORS_EVERY: '10s' });

async function killDuringPull(place: Place, env: Record<string, string>, afterMs: number): Promise<void> {
  const { child, ended } = place.start(['chat'], env);
  await sleep(afterMs);
  if (child.exitCode !== null) throw new Error(`The console ended by itself: ${(await ended).err}`);
  child.kill('SIGKILL');
  await ended;
}

/** Looks into the library, beside a bot or not. */
async function inLibrary<Result>(place: Place, look: (state: State) => Promise<Result>): Promise<Result> {
  const state = await openState({ scheme: 'sqlite', location: join(place.folder, 'data/state.sqlite') });
  try {
    return await look(state);
  } finally {
    await state.close();
  }
}

/** The titles of versions whose end is missing. */
async function findHalfWritten({ articles }: State): Promise<string[]> {
  const wrong: string[] = [];
  const { entries } = await articles.newest({ offset: 0, limit: 2 * FILES });
  for (const { id } of entries) {
    const count = (await articles.versions(id)).length;
    for (let version = 1; version <= count; version += 1) {
      const article = await articles.articleVersion(id, version);
      if (!JSON.stringify(article?.sections).includes(' ends in round ')) wrong.push(`${article?.title} (${version})`);
    }
  }
  return wrong;
}

/** What differs between the mirror and its latest commit. */
function mirrored(place: Place): string {
  const [name = ''] = execFileSync('ls', [join(place.folder, 'data/mirrors')], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return execFileSync('git', ['status', '--porcelain'], {
    cwd: join(place.folder, 'data/mirrors', name),
    encoding: 'utf8',
  });
}

it('leaves a working mirror and loses no file, whenever it is killed during a pull', async () => {
  const random = createRandom(readSeed());
  const place = await createPlace();
  await place.put({ 'data/snapshots/.keep': '' });
  const repository = createRepository(place.folder);
  const env = settingsFor(repository);
  for (let round = 0; round < KILLS; round += 1) {
    repository.forcePush(filesOf(round));
    await killDuringPull(place, env, random.below(LONGEST_MS));
  }
  const last = KILLS;
  repository.forcePush(filesOf(last));
  const { child, ended } = place.start(['chat'], env);
  await vi.waitFor(async () => {
    const titles = await inLibrary(place, async ({ articles }) => {
      const { entries } = await articles.newest({ offset: 0, limit: 2 * FILES });
      return entries.map(({ title }) => title).toSorted();
    });
    expect(titles).toEqual(Array.from({ length: FILES }, (_, number) => `Article ${number}, round ${last}`).toSorted());
  }, DONE);
  expect(mirrored(place)).toBe('');
  child.stdin.end('quit\n');
  expect(await ended).toMatchObject({ code: 0 });
  expect(await inLibrary(place, findHalfWritten)).toEqual([]);
  const doctor = await place.run(['doctor'], { env });
  expect(doctor.out).not.toContain('could not be read');
  await place.remove();
});
