import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/database.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const TABLE = 'CREATE TABLE things (name TEXT PRIMARY KEY) STRICT';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'state.sqlite');
});

function open(migrations: readonly string[] = [TABLE], options: { durable?: boolean } = {}): Database {
  const database = openDatabase(path, { migrations, ...options });
  onTestFinished(() => database.close());
  return database;
}

const names = (database: Database) =>
  database.rows<{ name: string }>('SELECT name FROM things ORDER BY name').map(({ name }) => name);
const add = (database: Database, name: string) => database.run('INSERT INTO things VALUES (?)', name);

describe('a database', () => {
  it('is created with its folders, and persists writes', () => {
    path = join(folder, 'not/yet/there/state.sqlite');
    const first = open();
    expect(add(first, '台湾')).toBe(1);
    first.close();
    expect(names(open())).toEqual(['台湾']);
  });

  it('returns rows, the first row, or undefined', () => {
    const database = open();
    for (const name of ['b', 'a']) add(database, name);
    expect(database.path).toBe(path);
    expect(database.row('SELECT name FROM things ORDER BY name')).toMatchObject({ name: 'a' });
    expect(database.row('SELECT name FROM things WHERE name = ?', 'c')).toBeUndefined();
    expect(database.rows('SELECT name FROM things WHERE name > ?', 'b')).toEqual([]);
    expect(database.run('DELETE FROM things')).toBe(2);
  });

  it('allows reading during a write, waits for locks, and enforces foreign keys', () => {
    const database = open();
    const other = open();
    database.transaction(() => {
      add(database, 'a');
      expect(names(other)).toEqual([]);
    });
    expect(names(other)).toEqual(['a']);
    expect(database.row('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' });
    expect(database.row('PRAGMA busy_timeout')).toMatchObject({ timeout: 20 });
    expect(database.row('PRAGMA foreign_keys')).toMatchObject({ foreign_keys: 1 });
  });

  it('flushes each transaction if durable', () => {
    const of = (database: Database) => Number(database.row<{ synchronous: number }>('PRAGMA synchronous')?.synchronous);
    expect([of(open()), of(open([TABLE], { durable: true }))]).toEqual([1, 2]);
  });

  it('appears whole or not at all: nothing is left of one that cannot be made', async () => {
    expect(() => open([TABLE, 'CREATE TABEL others (name TEXT)'])).toThrow('syntax error');
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves one file when closed, which may happen twice', async () => {
    const database = open();
    add(database, 'a');
    database.close();
    database.close();
    expect(await readdir(folder)).toEqual(['state.sqlite']);
  });
});

describe('the schema', () => {
  const second = 'ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7';
  const version = (database: Database) => database.row('PRAGMA user_version');

  it('is migrated step by step, without loss', () => {
    const first = open([TABLE]);
    add(first, 'a');
    expect(version(first)).toMatchObject({ user_version: 1 });
    first.close();
    const later = open([TABLE, second, 'CREATE TABLE more (x)']);
    expect(later.row('SELECT name, size FROM things')).toMatchObject({ name: 'a', size: 7 });
    expect(version(later)).toMatchObject({ user_version: 3 });
  });

  it('is created in a new file, and unchanged in an up-to-date one', () => {
    const steps = [TABLE, second];
    const first = open(steps);
    first.run('INSERT INTO things VALUES (?, ?)', 'a', 1);
    first.close();
    expect(open(steps).row('SELECT * FROM things')).toMatchObject({ name: 'a', size: 1 });
  });

  it.each([
    ['of another program', (other: DatabaseSync) => other.exec('CREATE TABLE bookmarks (url TEXT)')],
    ['whose version was set back', (other: DatabaseSync) => other.exec(`${TABLE}; PRAGMA user_version = 0`)],
    [
      'whose version was set too high',
      (other: DatabaseSync) => other.exec('PRAGMA user_version = 1; CREATE TABLE a (b)'),
    ],
    ['with a negative version', (other: DatabaseSync) => other.exec('PRAGMA user_version = -1; CREATE TABLE a (b)')],
  ])('is not made in a file %s, which is not touched', async (_, make) => {
    const other = new DatabaseSync(path);
    make(other);
    other.close();
    const before = await readFile(path);
    expect(() => open([TABLE, second])).toThrow(expect.objectContaining({ name: 'StoreError', reason: 'foreign' }));
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(['state.sqlite']);
  });

  it('is unchanged if a migration fails', () => {
    open([TABLE]).close();
    expect(() => open([TABLE, second, 'CREATE NONSENSE'])).toThrow(/NONSENSE/);
    const database = open([TABLE]);
    expect(version(database)).toMatchObject({ user_version: 1 });
    expect(() => database.rows('SELECT size FROM things')).toThrow(/size/);
  });

  it('leaves nothing behind in a folder where it cannot be created, as on a full disk', async () => {
    expect(() => open([TABLE, 'CREATE NONSENSE'])).toThrow(/NONSENSE/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not touched if a newer version of the program wrote it', async () => {
    const newer = open([TABLE, second]);
    newer.run('INSERT INTO things VALUES (?, ?)', 'a', 1);
    newer.close();
    const before = await readFile(path);
    expect(() => open([TABLE])).toThrow(
      expect.objectContaining({
        name: 'StoreError',
        reason: 'newer',
        message: `${path}: it was written by a newer version of Gazette. Update Gazette, or choose another file.`,
      }),
    );
    expect(await readFile(path)).toEqual(before);
  });
});

describe('a transaction', () => {
  it('returns the result of its work', () => {
    expect(open().transaction(() => 42)).toBe(42);
  });

  it('rolls back if its work throws, and rethrows the error', () => {
    const database = open();
    add(database, 'before');
    const failure = new RangeError('midway');
    const attempt = () =>
      database.transaction(() => {
        add(database, 'within');
        database.run('DELETE FROM things WHERE name = ?', 'before');
        throw failure;
      });
    expect(attempt).toThrow(failure);
    expect(names(database)).toEqual(['before']);
    database.transaction(() => add(database, 'after'));
    expect(names(database)).toEqual(['after', 'before']);
  });

  it('rolls back if a statement fails', () => {
    const database = open();
    const twice = () =>
      database.transaction(() => {
        add(database, 'a');
        add(database, 'a');
      });
    expect(twice).toThrow(/UNIQUE/);
    expect(names(database)).toEqual([]);
  });

  it('starts with a write lock, so that it never has to restart', () => {
    const database = open();
    const other = new DatabaseSync(path);
    onTestFinished(() => other.close());
    other.exec('PRAGMA busy_timeout = 0');
    database.transaction(() => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
    });
    other.exec('BEGIN IMMEDIATE; ROLLBACK');
  });
});

describe('what may be a loss', () => {
  it('is an empty file, which is not filled', async () => {
    await writeFile(path, '');
    expect(() => open()).toThrow(expect.objectContaining({ name: 'StoreError', reason: 'empty' }));
    expect(await readFile(path, 'utf8')).toBe('');
  });

  it('is a file of which only the log is there', async () => {
    await writeFile(`${path}-wal`, 'x');
    expect(() => open()).toThrow(expect.objectContaining({ name: 'StoreError', reason: 'incomplete' }));
    expect(await readdir(folder)).toEqual(['state.sqlite-wal']);
  });

  it.each(['deleted', 'replaced'])(
    'is a file that is %s while it is open: its data is saved beside it',
    async (how) => {
      const database = open();
      add(database, 'a');
      database.assertInPlace();
      for (const name of await readdir(folder)) await rm(join(folder, name));
      if (how === 'replaced') await writeFile(path, 'something else');
      const lost = expect.objectContaining({ name: 'StoreError', reason: 'deleted' }) as Error;
      expect(() => database.assertInPlace()).toThrow(lost);
      await expect(database.write(() => add(database, 'b'))).rejects.toThrow(lost);
      await rm(path, { force: true });
      expect(() => open()).toThrow(expect.objectContaining({ name: 'StoreError', reason: 'rescued' }));
      await rename(`${path}.rescued`, path);
      expect(names(open())).toEqual(['a']);
    },
  );
});

describe('a file that is no database', () => {
  it('is named in the error, and unchanged', async () => {
    const diary = 'my diary '.repeat(500);
    await writeFile(path, diary);
    expect(() => open()).toThrow(
      expect.objectContaining({
        name: 'StoreError',
        reason: 'damaged',
        message: expect.stringContaining(path) as string,
      }),
    );
    expect(await readFile(path, 'utf8')).toBe(diary);
    expect(await readdir(folder)).toEqual(['state.sqlite']);
  });

  it('may be a truncated database', async () => {
    const database = open();
    for (let number = 0; number < 2000; number += 1) add(database, `name ${number}`);
    database.close();
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    expect(() => names(open())).toThrow(expect.objectContaining({ reason: 'damaged' }));
  });

  it('may be a folder, a path inside a file, or a name that is too long', async () => {
    await writeFile(join(folder, 'file'), 'x');
    for (const name of ['.', 'file/state.sqlite', 'x'.repeat(300), `${'x'.repeat(300)}/state.sqlite`]) {
      path = join(folder, name);
      expect(() => open()).toThrow(expect.objectContaining({ name: 'StoreError', reason: 'unusable' }));
    }
  });
});
