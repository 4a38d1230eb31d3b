import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createLibraryStore } from '../../../adapters/sqlite/library-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { readQuery } from '../../../src/library/query.ts';
import type { LibraryStore } from '../../../src/library/store.ts';
import { captured, refused } from '../../contracts/library-store.ts';
import { type ArticleOverrides, makeArticle } from '../../fakes/article.ts';
import { createFakeLibraryStore } from '../../fakes/library-store.ts';
import { strictRows } from '../../fakes/row-reader.ts';

const FILES = ['a.md', 'b.md', 'c.md', 'in/d.md'];
const URLS = ['https://one.example/1', 'https://one.example/2', 'https://two.example/'];
const TITLES = ['Ferry', '渡轮'];

/** What a file holds at some time; the same holding has the same bytes. */
const told = fc.record({
  url: fc.constantFrom(...URLS),
  title: fc.constantFrom(...TITLES),
  stampedAt: fc.option(fc.constantFrom('2024-01-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z'), { nil: null }),
});
const file = fc.constantFrom(...FILES);
const reading = fc.tuple(file, fc.option(told, { nil: undefined, freq: 4 }));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ keep: fc.array(reading, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ forget: fc.array(file, { maxLength: 2 }) }) },
);
type Step = { keep: [string, ArticleOverrides | undefined][] } | { forget: string[] };

async function perform(store: LibraryStore, steps: readonly Step[]): Promise<void> {
  let minutes = 0;
  const readingOf = ([name, held]: [string, ArticleOverrides | undefined]) => {
    minutes += 1;
    const at = new Date(Date.UTC(2024, 4, 1, 0, minutes)).toISOString();
    return held === undefined ? refused(name) : captured(name, held, { bytes: JSON.stringify(held), at });
  };
  for (const one of steps) {
    if ('keep' in one) await store.save(one.keep.map(readingOf));
    else await store.forget(one.forget);
  }
}

/** Everything that can be asked of a store. */
async function everything(store: LibraryStore) {
  const ids = URLS.map((url) => makeArticle({ url }).id);
  const { entries, total } = await store.newest({ offset: 0, limit: 10 });
  const found = async (words: string) => (await store.search(await readQuery(words), 'every', 10)).map(({ id }) => id);
  return {
    known: await store.fileRecords(FILES),
    files: (await Array.fromAsync(store.files())).map(({ file: name }) => name).sort(),
    refusals: await store.refusals(),
    size: await store.size(),
    entries,
    total,
    sources: await store.sources(),
    articles: await Promise.all(ids.map((id) => store.article(id))),
    versions: await Promise.all(ids.map((id) => store.versions(id))),
    second: await Promise.all(ids.map((id) => store.articleVersion(id, 2))),
    found: await Promise.all(TITLES.map(async (title) => (await found(title)).sort())),
  };
}

function inMemory(): LibraryStore & Disposable {
  const database = openDatabase(':memory:', { migrations: MIGRATIONS });
  return Object.assign(createLibraryStore(database, strictRows), { [Symbol.dispose]: () => database.close() });
}

describe('any sequence of saving and forgetting', () => {
  it('matches the store in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        using store = inMemory();
        const fake = createFakeLibraryStore();
        await perform(store, steps);
        await perform(fake, steps);
        expect(await everything(store)).toEqual(await everything(fake));
      }),
      { numRuns: 200 },
    );
  });

  it('shows the same for stamped captures in any order of files', async () => {
    const stampMs = fc.integer({ min: 0, max: 1e12 });
    const captures = fc.uniqueArray(
      fc.record({ stampMs, url: fc.constantFrom(...URLS), title: fc.constantFrom(...TITLES) }),
      {
        selector: (capture) => capture.stampMs,
        maxLength: 6,
      },
    );
    const shuffled = captures
      .map((all) => all.map(({ stampMs: ms, ...more }) => ({ ...more, stampedAt: new Date(ms).toISOString() })))
      .map((all) => all.map((one, at): [string, ArticleOverrides] => [`${at}.md`, one]))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    await fc.assert(
      fc.asyncProperty(shuffled, fc.boolean(), async ([all, other], atOnce) => {
        using one = inMemory();
        using two = inMemory();
        await perform(one, [{ keep: all }]);
        await perform(two, atOnce ? [{ keep: other }] : other.map((reads) => ({ keep: [reads] })));
        expect(withoutArrival(await everything(two))).toEqual(withoutArrival(await everything(one)));
      }),
      { numRuns: 100 },
    );
  });
});

/** Without what depends on when something was read. */
function withoutArrival(answers: Awaited<ReturnType<typeof everything>>): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'addedAt' ? undefined : value)));
}
