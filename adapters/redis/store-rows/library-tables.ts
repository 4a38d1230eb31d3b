import { addedEvent, type LibraryKind, type LocalLibrary, parseEvent } from '../../shared/local-library.ts';
import type { Rows, RowTable, RowTables } from '../../shared/store-rows.ts';
import type { Positions } from '../positions.ts';

const ARRIVALS_PER_PAGE = 1000;

/** All rows of a library, with the positions that all instances share. */
export function createLibraryTables(
  { tables }: Pick<LocalLibrary, 'tables'>,
  positions: Positions,
): Pick<RowTables, LibraryKind> {
  return {
    ...tables,
    article: createArticleTable(tables.article, positions),
    update: createUpdateTable(tables.update, positions),
    backfilled: {
      count: async () => (await positions.allBackfilled()).length,
      read: async () => ({ rows: (await positions.allBackfilled()).map((article) => ({ article })) }),
      write: (rows) => positions.addBackfilled(rows.map(({ article }) => article)),
    },
    position: {
      count: async () => Number((await positions.last()) > 0),
      async read() {
        const last = await positions.last();
        return { rows: last > 0 ? [{ last }] : [] };
      },
      async write(rows) {
        await tables.position.write(rows);
        for (const { last } of rows) await positions.setLast(last);
      },
    },
  };
}

/** Articles that have left other instances have no position any more. */
function createArticleTable(local: RowTable<Rows['article']>, positions: Positions): RowTable<Rows['article']> {
  return {
    count: local.count,
    async read(after) {
      const { rows, ...next } = await local.read(after);
      const numbers = await positions.of(rows.map(({ id }) => addedEvent(id)));
      const placed = rows.flatMap((row, at) => {
        const number = numbers[at] ?? null;
        return number === null ? [] : [{ ...row, number }];
      });
      return { rows: placed, ...next };
    },
    async write(rows) {
      await local.write(rows);
      await positions.place(rows.map(({ id, number }) => ({ event: addedEvent(id), position: number })));
    },
  };
}

function createUpdateTable(local: RowTable<Rows['update']>, positions: Positions): RowTable<Rows['update']> {
  async function readAll(): Promise<Rows['update'][]> {
    const events = await positions.after(0);
    return events.flatMap(({ event, position }) => {
      const { article, isUpdate } = parseEvent(event);
      return isUpdate ? [{ number: position, article }] : [];
    });
  }
  return {
    count: async () => (await readAll()).length,
    read: async () => ({ rows: await readAll() }),
    async write(rows) {
      await local.write(rows);
      await positions.place(rows.map(({ number, article }) => ({ event: unnamed(article, number), position: number })));
    },
  };
}

/** The event of an update whose content is not known. */
function unnamed(article: string, number: number): string {
  return `~${article} #${number}`;
}

/**
 * Names the last update of each article by its content, so that an instance that reads it later announces nothing again. The
 * content of earlier ones is not known any more: they are older than anybody waits for.
 */
export async function nameUpdates(
  local: Pick<LocalLibrary, 'arrivalsAfter'>,
  positions: Pick<Positions, 'rename'>,
): Promise<void> {
  const last = new Map<string, { number: number; event: string }>();
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await local.arrivalsAfter(after, ARRIVALS_PER_PAGE);
    for (const { position, event } of page) {
      const { article, isUpdate } = parseEvent(event);
      if (isUpdate) last.set(article, { number: position, event });
    }
    after = page.at(-1)?.position;
  }
  for (const [article, { number, event }] of last) await positions.rename(unnamed(article, number), event);
}
