import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRows, openState, parseStoreUrl, type StoreSettings } from '../../adapters/stores.ts';
import type { State } from '../../src/state.ts';
import { NOW } from '../fixtures/deliveries.ts';
import { fillLibrary, fillState, readState } from '../fixtures/full-state.ts';
import { queryPostgres, skipWithoutPostgres, temporarySchema } from '../fixtures/postgres.ts';
import { redisDatabase, skipWithoutRedis, temporaryStore, withLibrary } from '../fixtures/redis.ts';
import { createPlace, type Place } from './process.ts';

const NO_FILTER = { sources: [], topics: [], without: [] };
const PAGE = { offset: 0, limit: 100 };

let place: Place;
let source: string;
beforeEach(async () => {
  place = await createPlace();
  source = sqlite('source');
  await use(source, fillState);
});
afterEach(() => place.remove());

const sqlite = (name: string) => `sqlite:${join(place.folder, `${name}.sqlite`)}`;
const migrate = (from: string, to: string) => ['migrate', '--from', from, '--to', to];

async function use<Result>(url: string, work: (state: State) => Promise<Result>): Promise<Result> {
  const state = await openState(toStore(url));
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

const afterwards = (url: string) =>
  use(url, async (state) => {
    await state.lockForDelivery(NOW);
    await state.deliveries.release();
    return await readState(state);
  });

function toStore(url: string): StoreSettings {
  const found = parseStoreUrl(url);
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

/** Enough that moving it has many pages. */
async function addValues(url: string): Promise<void> {
  const rows = await openRows(toStore(url), 'target');
  const keys = Array.from({ length: 8000 }, (_, at) => `value ${at}`);
  await rows.tables.state.write(keys.map((key) => ({ namespace: 'many', key, value: '{}', expires: null })));
  await rows.close();
}

/** Kills a migration with SIGKILL as soon as its note says something new, as often as given; then lets it end. */
async function migrateWithKills(from: string, to: string, readNote: () => Promise<string | undefined>) {
  let note: string | undefined;
  for (let kills = 0; kills < 2; kills += 1) {
    const run = place.start(migrate(from, to));
    const before = note;
    let hasEnded = false;
    void run.ended.finally(() => {
      hasEnded = true;
    });
    while (!hasEnded && (note === undefined || note === before)) {
      note = (await readNote()) ?? before;
      await sleep(1);
    }
    run.child.kill('SIGKILL');
    await run.ended;
  }
  return await place.run(migrate(from, to));
}

async function noteInFile(): Promise<string | undefined> {
  const file = join(place.folder, 'target.sqlite');
  if (!existsSync(file)) return undefined;
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    const row = database.prepare(`SELECT value FROM state WHERE namespace = 'migration' AND key = 'unfinished'`).get();
    return row && String(row['value']);
  } finally {
    database.close();
  }
}

const ended = (from: string, to: string) =>
  expect.stringContaining(`Moved ${from} to ${to}, and compared each row:`) as string;
const labelOf = (url: string) => toStore(url).label;

it('continues a move that was killed several times, and ends equal', async () => {
  await addValues(source);
  const target = sqlite('target');
  const last = await migrateWithKills(source, target, noteInFile);
  expect(last).toMatchObject({ code: 0, out: ended(labelOf(source), labelOf(target)) });
  expect(last.out).toContain('remembered values: 8,006\n');
  expect(await afterwards(target)).toEqual(await afterwards(source));
});

it('lets no bot start with a store that has not everything yet', async () => {
  await addValues(source);
  const run = place.start(migrate(source, sqlite('target')));
  let note: string | undefined;
  while (note === undefined) {
    note = await noteInFile();
    await sleep(1);
  }
  run.child.kill('SIGKILL');
  await run.ended;
  const bot = await place.run(['chat'], { env: { STORE_URL: sqlite('target') }, input: '/help\n' });
  expect(bot.code).toBe(1);
  expect(bot.err).toContain('a migration into it is not finished');
});

it('says what is wrong, never with a password', async () => {
  const target = sqlite('target');
  const told = async (from: string, to: string) => {
    const { code, out, err } = await place.run(migrate(from, to));
    return [code, out, err];
  };
  const says = (text: string) => expect.stringContaining(text) as string;
  expect(await told(sqlite('none'), target)).toEqual([1, '', says('there is no state of Gazette')]);
  expect(await told(source, source)).toEqual([1, '', says('both addresses name this store')]);
  expect(await told('mysql://bot:hidden@host/db', target)).toEqual([2, '', says('not supported')]);
  const away = await place.run(migrate(source, 'postgres://bot:hidden@127.0.0.1:1/db'));
  expect([away.code, away.out]).toEqual([1, '']);
  expect(away.err).toContain('postgres://127.0.0.1:1/db: the database server does not answer');
  expect(away.err).not.toContain('hidden');
  const bot = place.start(['chat'], { STORE_URL: source });
  bot.child.stdin.write('/help\n');
  await bot.shows('/article');
  expect(await told(source, target)).toEqual([1, '', says('another Gazette process is using it')]);
  bot.child.stdin.end();
  await bot.ended;
});

describe('with PostgreSQL', () => {
  skipWithoutPostgres();

  it('moves there and back, killed on both ways, and ends equal', async () => {
    await addValues(source);
    const there = await temporarySchema();
    const noteThere = async () => {
      const schema = new URL(there).searchParams.get('options')?.split('=')[1];
      const sql = `SELECT value FROM ${schema}.state WHERE namespace = 'migration' AND key = 'unfinished'`;
      // There is no table at first.
      const rows = await queryPostgres<{ value: string }>(sql).catch(() => []);
      return rows[0]?.value;
    };
    expect(await migrateWithKills(source, there, noteThere)).toMatchObject({ code: 0 });
    expect(await migrateWithKills(there, sqlite('target'), noteInFile)).toMatchObject({ code: 0 });
    const [first, second, third] = [
      await afterwards(source),
      await afterwards(there),
      await afterwards(sqlite('target')),
    ];
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    // It starts seven processes.
  }, 300_000);
});

describe('with PostgreSQL and Redis', () => {
  skipWithoutPostgres();
  skipWithoutRedis();

  it('moves from one to the other and back to a file, killed on the way, and ends equal', async () => {
    await addValues(source);
    const [postgres, redis] = [await temporarySchema(), await temporaryStore()];
    const database = redisDatabase(redis);
    const noteThere = async () =>
      (await database.call<string | null>('HGET', database.key('state:migration'), 'unfinished')) ?? undefined;
    expect(await place.run(migrate(source, postgres))).toMatchObject({ code: 0 });
    expect(await migrateWithKills(postgres, redis, noteThere)).toMatchObject({ code: 0 });
    expect(await place.run(migrate(redis, sqlite('target')))).toMatchObject({ code: 0 });
    const first = await afterwards(source);
    for (const url of [postgres, redis, sqlite('target')]) expect(await afterwards(url)).toEqual(first);
    // It starts seven processes.
  }, 300_000);

  it('leaves each article its position, also for an instance that reads it only then', async () => {
    const redis = await temporaryStore();
    expect(await place.run(migrate(source, redis))).toMatchObject({ code: 0 });
    const other = await withLibrary(redis);
    await use(other, async ({ articles }) => {
      expect(await articles.position()).toBe(0);
      await fillLibrary({ articles });
    });
    const positions = (url: string) =>
      use(url, async ({ articles }) => {
        const ranges = [1, 2, 3].map((at) =>
          articles.between({ after: at - 1, upTo: at, withUpdates: true }, NO_FILTER, PAGE),
        );
        return [await articles.position(), ...(await Promise.all(ranges))];
      });
    expect(await positions(other)).toEqual(await positions(source));
  });
});
