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
import { toldSubscription } from '../../fakes/subscription.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { withoutPermission } from '../../fixtures/without-permission.ts';
import type { Writing } from '../../fixtures/writing-thread.ts';

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
    const store = createLibraryStore(database);
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
  it('that holds the database for too long is told of, and nothing is lost', () => {
    const database = open();
    database.run('PRAGMA busy_timeout = 0');
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    expect(() => add(database, 'a')).toThrow(refusal('busy'));
    expect(() => database.transaction(() => add(database, 'a'))).toThrow(refusal('busy'));
    expect(count(database)).toBe(0);
    other.exec('COMMIT');
    database.transaction(() => add(database, 'a'));
    expect(count(database)).toBe(1);
  });

  /** Lets another thread write to the file; it goes on writing when `work` begins. */
  async function whileWriting(work: () => void): Promise<void> {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const workerData: Writing = { path, gate };
    const other = new Worker(new URL('../../fixtures/writing-thread.ts', import.meta.url), { workerData });
    const left = once(other, 'exit');
    await once(other, 'message');
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    work();
    await left;
  }

  it('that is writing is waited for', async () => {
    const database = open();
    await whileWriting(() => add(database, 'a'));
    expect(count(database)).toBe(1);
    expect(database.row('SELECT count(*) AS total FROM other')).toMatchObject({ total: 20_000 });
  });

  it('that is making the same file is waited for', async () => {
    await whileWriting(() => add(open(), 'a'));
    const database = open();
    expect(count(database)).toBe(1);
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
    const saved = subscriptions.save(toldSubscription(), null);
    await close();
    await saved;
    const again = await openState({ scheme: 'sqlite', location: path });
    onTestFinished(() => again.close());
    expect(await again.subscriptions.get('aaaaaa')).toEqual(toldSubscription());
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
