import { beforeEach, expect, it } from 'vitest';
import { writeWithVersions } from '../../../../adapters/sqlite/articles/earlier-versions.ts';
import { type Database, openDatabase } from '../../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../../adapters/sqlite/schema.ts';
import { captured } from '../../../contracts/library-store.ts';
import { strictRows } from '../../../fakes/row-reader.ts';

let database: Database;
beforeEach(async () => {
  database = openDatabase(':memory:', { migrations: MIGRATIONS });
  const texts = ['word '.repeat(120_000), 'word '.repeat(130_000), 'short'];
  await createLibraryStore(database, strictRows).save(
    texts.map((text, at) => captured(`${at}`, { url: `https://example.org/${at}`, sections: [[null, text]] })),
  );
});

it('prepares large versions between attempts, and small ones at once', async () => {
  const lengths: (number | undefined)[][] = [];
  await writeWithVersions(database, ({ read }) => {
    const found: (number | undefined)[] = [];
    lengths.push(found);
    database.run('INSERT INTO backfilled VALUES (?)', 'x');
    for (const number of [3, 1, 2]) found.push(read(number)?.indexed.text.length);
  });
  // What an attempt wrote is rolled back: the last one could not write it again.
  expect(lengths.map(({ length }) => length)).toEqual([1, 2, 3]);
  expect(lengths.at(-1)).toEqual([6, 500_000, 500_000]);
});

it('lets others work while it prepares one', async () => {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await writeWithVersions(database, ({ read }) => void read(1));
  isDone = true;
  // Half a million characters are tokenized in steps of 20,000.
  expect(turns).toBeGreaterThan(20);
});

it('changes nothing if the work fails', async () => {
  const failing = writeWithVersions(database, ({ read }) => {
    read(1);
    database.run('DELETE FROM versions');
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(database.rows('SELECT number FROM versions')).toHaveLength(3);
});
