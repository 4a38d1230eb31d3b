import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { openState } from '../../../adapters/stores.ts';
import { openLibrary } from '../../../src/library/open-library.ts';
import { captured } from '../../contracts/library-store.ts';
import { strictRows } from '../../fakes/row-reader.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import type { Opening } from '../../fixtures/processes/opening-thread.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { withoutPermission } from '../../fixtures/without-permission.ts';

const migrations = ['CREATE TABLE things (name TEXT) STRICT'];
const refusal = (reason: string) => expect.objectContaining({ name: 'StoreError', reason }) as Error;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'state.sqlite');
});

function open(): Database {
  const database = openDatabase(path, { migrations });
  onTestFinished(() => database.close());
  return database;
}

const add = (database: Database, name: string) => database.run('INSERT INTO things VALUES (?)', name);
const count = (database: Database) => database.row<{ total: number }>('SELECT count(*) AS total FROM things')?.total;

const nextTimer = () => new Promise((resolve) => setTimeout(resolve, 1, 'free'));

describe('a full disk', () => {
  const LARGE = 'x'.repeat(3000);
  /** No more than so many pages of 4,096 bytes. */
  const limit = (database: Database, pages: number) => database.row(`PRAGMA max_page_count = ${pages}`);

  it('is told, and what was stored before is kept', () => {
    const database = open();
    add(database, 'before');
    limit(database, 10);
    const fill = () =>
      database.transaction(() => {
        for (let number = 0; number < 100; number += 1) add(database, LARGE);
      });
    expect(fill).toThrow(refusal('full'));
    expect(fill).toThrow(
      `${path}: the disk is full. Free some space and try again. Data that was stored before is safe.`,
    );
    expect(count(database)).toBe(1);
  });

  it('is over once there is space', () => {
    const database = open();
    limit(database, 4);
    expect(() => database.transaction(() => add(database, LARGE.repeat(10)))).toThrow(refusal('full'));
    add(database, 'small');
    limit(database, 1000);
    database.transaction(() => add(database, LARGE.repeat(10)));
    expect(count(database)).toBe(2);
  });

  it('keeps all readings of a batch or none', async () => {
    const database = openDatabase(path, { migrations: MIGRATIONS });
    onTestFinished(() => database.close());
    const store = createLibraryStore(database, strictRows);
    const article = (number: number) => {
      // What cannot be pressed together fills the disk.
      const text = Array.from({ length: 3000 }, (_, at) =>
        String.fromCodePoint(0x4e00 + ((at * number * 7919) % 20_000)),
      );
      return captured(`${number}.md`, { url: `https://example.org/${number}`, sections: [[null, text.join('')]] });
    };
    await store.save([article(1)]);
    const { page_count: pages = 0 } = database.row<{ page_count: number }>('PRAGMA page_count') ?? {};
    limit(database, pages + 10);
    const batch = Array.from({ length: 20 }, (_, at) => article(at + 2));
    await expect(store.save(batch)).rejects.toThrow(refusal('full'));
    expect(await store.size()).toBe(1);
    expect((await Array.fromAsync(store.files())).map(({ file }) => file)).toEqual(['1.md']);
    limit(database, 100_000);
    await store.save(batch);
    expect(await store.size()).toBe(21);
  });
});

describe('another program', () => {
  function locked(): DatabaseSync {
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    return other;
  }

  it('that holds the database is reported at once by what cannot wait', () => {
    const database = open();
    const other = locked();
    expect(() => add(database, 'a')).toThrow(refusal('busy'));
    expect(() => database.transaction(() => add(database, 'a'))).toThrow(refusal('busy'));
    other.exec('COMMIT');
    database.transaction(() => add(database, 'a'));
    expect(count(database)).toBe(1);
  });

  it('that holds the database is waited for by writes, in order, while the process goes on', async () => {
    const database = open();
    const other = locked();
    const writes = ['a', 'b'].map((name) => database.write(() => add(database, name)));
    const written = Promise.all(writes).then(() => 'written');
    // Many turns of the event loop pass while the lock is held.
    for (let turn = 0; turn < 5; turn += 1) expect(await Promise.race([written, nextTimer()])).toBe('free');
    other.exec('COMMIT');
    expect(await written).toBe('written');
    expect(database.rows('SELECT name FROM things ORDER BY rowid')).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });

  it('that is making the same file leaves one file for both', async () => {
    const threads = Array.from({ length: 4 }, () => {
      const workerData: Opening = { path, migrations };
      return new Worker(new URL('../../fixtures/processes/opening-thread.ts', import.meta.url), { workerData });
    });
    expect(await Promise.all(threads.map(async (thread) => (await once(thread, 'exit'))[0] as number))).toEqual([
      0, 0, 0, 0,
    ]);
    const database = open();
    expect(count(database)).toBe(4);
    expect(database.row('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' });
  });
});

describe.runIf(process.platform !== 'win32')('a file without permission', () => {
  beforeEach(async () => {
    const database = open();
    add(database, 'a');
    database.close();
    await chmod(folder, 0o555);
    onTestFinished(() => chmod(folder, 0o755));
  });

  it('to write is told of when it is opened', async () => {
    await chmod(path, 0o444);
    await withoutPermission(() => expect(open).toThrow(refusal('read-only')));
  });

  it('to read is told of too', async () => {
    await chmod(path, 0);
    await withoutPermission(() => expect(open).toThrow(refusal('unusable')));
  });

  it('cannot be made, nor its folder', async () => {
    path = join(folder, 'new.sqlite');
    await withoutPermission(() => expect(open).toThrow(refusal('unusable')));
    path = join(folder, 'new/state.sqlite');
    await withoutPermission(() => expect(open).toThrow(refusal('read-only')));
  });
});

describe('a database that is closed', () => {
  it('says so, whatever is asked of it', () => {
    const database = open();
    add(database, 'a');
    database.close();
    const asked = [
      () => add(database, 'b'),
      () => database.row('SELECT 1'),
      () => database.rows('SELECT 1'),
      () => database.transaction(() => 1),
    ];
    for (const ask of asked) expect(ask).toThrow(refusal('closed'));
    expect(count(open())).toBe(1);
  });

  it('keeps what was asked of it just before', async () => {
    const { subscriptions, close } = await openState({ scheme: 'sqlite', location: path });
    const saved = subscriptions.save(makeSubscription(), null);
    await close();
    await saved;
    const again = await openState({ scheme: 'sqlite', location: path });
    onTestFinished(() => again.close());
    expect(await again.subscriptions.get('aaaaaa')).toEqual(makeSubscription());
  });

  it('never has a library or a state answer "absent"', async () => {
    const { articles, states, subscriptions, deliveries, close } = await openState({
      scheme: 'sqlite',
      location: path,
    });
    const { library, arrivals } = openLibrary(articles);
    const chats = states('chats');
    await chats.set('a', 1);
    await close();
    const { article, size, newest, search, versions, refusals, sources } = library;
    const asked: Promise<unknown>[] = [
      article('a'),
      size(),
      newest({ offset: 0, limit: 1 }),
      search('ferry', 1),
      versions('a'),
      refusals(),
      sources(),
      articles.fileRecords(['a.md']),
      articles.save([]),
      articles.forget([]),
      Array.fromAsync(articles.files()),
      chats.get('a'),
      chats.set('a', 2),
      chats.delete('a'),
      subscriptions.get('a'),
      subscriptions.due(new Date(), 1),
      subscriptions.remove('a'),
      subscriptions.settings({ platform: 'telegram', chat: '1' }),
      deliveries.add([], new Date()),
      deliveries.take('telegram', new Date(), 1),
      deliveries.retryAt('a', { at: new Date(), reason: 'busy', attempts: 1 }),
      deliveries.get('a'),
      deliveries.backlog(),
      arrivals.position(),
    ];
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toEqual({ status: 'rejected', reason: refusal('closed') });
    }
  });
});
