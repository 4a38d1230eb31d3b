import type { Arrival } from '../../src/library/entry.ts';
import type { ArrivalRange, ArticleFilter, PageRange, QueryWord } from '../../src/library/store.ts';
import type { Database } from './database.ts';
import { toFtsQuery } from './fts-query.ts';
import { ENTRY_COLUMNS } from './rows.ts';

interface ArrivalQuery {
  range: ArrivalRange;
  filter: ArticleFilter;
  page: PageRange;
}

/** An SQL condition and the values of its placeholders. */
type Condition = readonly [sql: string, values: readonly (string | number)[]];

/** The articles added in a range that match the filter, newest by publication first, followed by those changed in it. */
export function readArrivals(database: Database, { range, filter, page }: ArrivalQuery) {
  const conditions: Condition[] = [isInRange(range)];
  if (filter.sources.length > 0) conditions.push(fromAny(filter.sources));
  if (filter.topics.length > 0) conditions.push(withWords('IN', filter.topics, range));
  if (filter.without.length > 0) conditions.push(withWords('NOT IN', filter.without, range));
  // A range is short and the library long: SQLite must not scan all articles in the order of publication.
  const matching = `FROM articles a NOT INDEXED WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
  const values = conditions.flatMap(([, bound]) => bound);
  const counted = database.row<{ total: number }>(`SELECT count(*) AS total ${matching}`, ...values);
  const entries = database.rows<Omit<Arrival, 'updated'> & { updated: number }>(
    `SELECT ${ENTRY_COLUMNS}, a.number <= ? AS updated ${matching}
     ORDER BY updated, a.timeMs DESC, a.addedAt DESC, a.id LIMIT ? OFFSET ?`,
    ...[range.after, ...values, page.limit, page.offset],
  );
  return { total: counted?.total ?? 0, entries: entries.map(toArrival) };
}

function toArrival({ updated, ...entry }: Omit<Arrival, 'updated'> & { updated: number }): Arrival {
  return updated === 0 ? entry : { ...entry, updated: true };
}

/** Whether an article was added, or with updates also changed, in a range. */
function isInRange(range: ArrivalRange): Condition {
  const [inRange, values] = wasAdded('a.number', range);
  const isNew = 'a.id NOT IN (SELECT article FROM backfilled)';
  const added = range.withBackfill === true ? inRange : `(${inRange} AND ${isNew})`;
  if (range.withUpdates !== true) return [added, values];
  const [changed, more] = wasChanged('a.number', range);
  return [`(${added} OR ${changed})`, [...values, ...more]];
}

/** Whether an article was added in a range. FTS5 compares rowid only with integers, and a JavaScript number is bound as a real. */
function wasAdded(number: string, { after, upTo }: ArrivalRange): Condition {
  return [`${number} > CAST(? AS INTEGER) AND ${number} <= CAST(? AS INTEGER)`, [after, upTo]];
}

/** Whether an article was added before a range and changed in it. */
function wasChanged(number: string, { after, upTo }: ArrivalRange): Condition {
  const changed = `SELECT earlier.number FROM updates u JOIN articles earlier ON earlier.id = u.article
    WHERE u.number > ? AND u.number <= ? AND earlier.number <= ?`;
  return [`${number} IN (${changed})`, [after, upTo, after]];
}

function fromAny(sources: readonly string[]): Condition {
  const isFrom = (source: string) =>
    source.includes('.') ? 'a.source = ?' : `instr('.' || a.source || '.', '.' || ? || '.') > 0`;
  return [`(${sources.map(isFrom).join(' OR ')})`, sources];
}

function withWords(
  operator: 'IN' | 'NOT IN',
  topics: readonly (readonly QueryWord[])[],
  range: ArrivalRange,
): Condition {
  const expression = topics.map((words) => `(${words.map(toFtsQuery).join(' AND ')})`).join(' OR ');
  // A search for each condition: with OR, FTS5 would scan every article that contains the words.
  const searches = [wasAdded('rowid', range), ...(range.withUpdates === true ? [wasChanged('rowid', range)] : [])];
  const found = searches.map(([sql]) => `SELECT rowid FROM words WHERE words MATCH ? AND ${sql}`);
  return [
    `a.number ${operator} (${found.join(' UNION ALL ')})`,
    searches.flatMap(([, values]) => [expression, ...values]),
  ];
}
