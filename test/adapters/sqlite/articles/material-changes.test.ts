import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../../adapters/sqlite/schema.ts';
import type { LibraryStore } from '../../../../src/library/store.ts';
import { captured } from '../../../contracts/library-store.ts';
import { strictRows } from '../../../fakes/row-reader.ts';

let store: LibraryStore;
beforeEach(() => {
  store = createLibraryStore(openDatabase(':memory:', { migrations: MIGRATIONS }), strictRows);
});

const version = (number: number, day: number, text: string) =>
  captured(`${number}.${day}`, {
    url: `https://example.org/${number}`,
    title: 'The ferry',
    stampedAt: `2024-01-0${day}T00:00:00.000Z`,
    sections: [[null, text]],
  });

/** The work, and how often the event loop turned meanwhile. */
async function countTurns(work: Promise<void>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  isDone = true;
  return turns;
}

describe('a batch of changed articles', () => {
  it('is compared one article a turn of the event loop', async () => {
    const articles = Array.from({ length: 40 }, (_, number) => number);
    await store.save(articles.map((number) => version(number, 1, 'It left at dawn.')));
    const position = await store.position();
    const saved = store.save(articles.map((number) => version(number, 2, 'Nobody was on board but a dog.')));
    // The first comparison may come before the first turn that is counted.
    expect(await countTurns(saved)).toBeGreaterThanOrEqual(articles.length - 1);
    expect(await store.position()).toBe(position + articles.length);
  });

  it('is not compared where the same bytes are parsed again', async () => {
    const articles = Array.from({ length: 40 }, (_, number) => number);
    const batch = articles.map((number) => version(number, 1, 'It left at dawn.'));
    await store.save(batch);
    expect(await countTurns(store.save(batch))).toBeLessThan(articles.length / 2);
  });
});

describe('a change of an article that is too large to compare', () => {
  const paragraph = (word: string) => `The ${word} waits at the pier until the tide is in. `;
  const large = (count: number, word: string) =>
    Array.from({ length: count }, (_, at) => paragraph(`${word} ${at}`)).join('');

  it.each([
    ['is material if its size changed by over a fifth', 40_000, 1],
    ['is not material if its size stayed about the same', 31_000, 0],
  ])('%s', async (_name, count, updates) => {
    await store.save([version(1, 1, large(30_000, 'ferry'))]);
    const position = await store.position();
    await store.save([version(1, 2, large(count, 'barge'))]);
    expect((await store.position()) - position).toBe(updates);
  });

  it('is compared by its text if it is half as large', async () => {
    const text = large(10_000, 'ferry');
    await store.save([version(1, 1, text)]);
    const position = await store.position();
    await store.save([
      version(1, 2, text.replaceAll('waits at the pier until the tide is in', 'goes to sea before noon on Sundays')),
    ]);
    expect((await store.position()) - position).toBe(1);
  });
});
