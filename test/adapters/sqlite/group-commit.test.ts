import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../../adapters/sqlite/database.ts';
import { createGroupCommit, type GroupCommit } from '../../../adapters/sqlite/group-commit.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

let database: Database;
let commits: GroupCommit;
let transactions: number;

beforeEach(async () => {
  const path = join(await temporaryFolder(), 'state.sqlite');
  database = openDatabase(path, { migrations: ['CREATE TABLE things (name TEXT NOT NULL) STRICT'], durable: true });
  onTestFinished(() => database.close());
  transactions = 0;
  commits = createGroupCommit({
    write(work) {
      transactions += 1;
      return database.write(work);
    },
  });
});

const add = (name: string) => commits.write(() => database.run('INSERT INTO things VALUES (?)', name));
const names = () => database.rows<{ name: string }>('SELECT name FROM things').map(({ name }) => name);

describe('simultaneous writes', () => {
  it('share a transaction, in order', async () => {
    expect(await Promise.all([add('b'), add('a'), add('c')])).toEqual([1, 1, 1]);
    expect(names()).toEqual(['b', 'a', 'c']);
    expect(transactions).toBe(1);
    await add('d');
    expect(transactions).toBe(2);
  });

  it('fail alone', async () => {
    const failure = new RangeError('midway');
    const failing = commits.write(() => {
      database.run('INSERT INTO things VALUES (?)', 'half');
      throw failure;
    });
    const settled = await Promise.allSettled([add('a'), failing, add('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(failing).rejects.toBe(failure);
    expect(names()).toEqual(['a', 'b']);
  });

  it('fail together if the file is unavailable', async () => {
    const writes = [add('a'), add('b')];
    database.close();
    for (const write of writes) await expect(write).rejects.toMatchObject({ name: 'StoreError', reason: 'closed' });
  });

  it('can be flushed at once', async () => {
    const writes = [add('a'), add('b')];
    await commits.flush();
    expect(names()).toEqual(['a', 'b']);
    await Promise.all(writes);
  });
});
