import type { Arrival } from '../../src/library/entry.ts';
import type { ArrivalRange, ArticleFilter, PageRange, QueryWord } from '../../src/library/store.ts';
import type { ChosenArticles } from '../shared/local-library.ts';
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

/** Which articles are arrivals, as conditions on the column with their numbers. */
interface Arrivals {
  added(number: string): Condition;
  /** Earlier ones that were changed; without it, none are arrivals. */
  changed?(number: string): Condition;
  /** Whether an arrival is an earlier article. */
  isEarlier: Condition;
  /** Leaves out those that were marked as backfill. */
  withoutBackfill: boolean;
}

/** The articles added in a range that match the filter, newest by publication first, followed by those changed in it. */
export function readArrivals(database: Database, { range, filter, page }: ArrivalQuery) {
  const arrivals: Arrivals = {
    added: (number) => wasAdded(number, range),
    ...(range.withUpdates === true && { changed: (number) => wasChanged(number, range) }),
    isEarlier: ['a.number <= ?', [range.after]],
    withoutBackfill: range.withBackfill !== true,
  };
  return readMatching(database, arrivals, { filter, page });
}

/** The chosen articles that match the filter, new ones first. */
export function readChosen(
  database: Database,
  { chosen, ...query }: Omit<ArrivalQuery, 'range'> & { chosen: ChosenArticles },
) {
  const isOneOf = (number: string, ids: readonly string[]): Condition => [
    `${number} IN (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(ids)],
  ];
  const arrivals: Arrivals = {
    added: (number) => isOneOf(number, chosen.added),
    changed: (number) => isOneOf(number, chosen.updated),
    isEarlier: isOneOf('a.number', chosen.updated),
    withoutBackfill: false,
  };
  return readMatching(database, arrivals, query);
}

function readMatching(database: Database, arrivals: Arrivals, { filter, page }: Omit<ArrivalQuery, 'range'>) {
  const conditions: Condition[] = [isArrival(arrivals)];
  if (filter.sources.length > 0) conditions.push(fromAny(filter.sources));
  if (filter.topics.length > 0) conditions.push(withWords('IN', filter.topics, arrivals));
  if (filter.without.length > 0) conditions.push(withWords('NOT IN', filter.without, arrivals));
  // A range is short and the library long: SQLite must not scan all articles in the order of publication.
  const matching = `FROM articles a NOT INDEXED WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
  const values = conditions.flatMap(([, bound]) => bound);
  const counted = database.row<{ total: number }>(`SELECT count(*) AS total ${matching}`, ...values);
  const [isEarlier, bound] = arrivals.isEarlier;
  const entries = database.rows<Omit<Arrival, 'updated'> & { updated: number }>(
    `SELECT ${ENTRY_COLUMNS}, ${isEarlier} AS updated ${matching}
     ORDER BY updated, a.timeMs DESC, a.addedAt DESC, a.id LIMIT ? OFFSET ?`,
    ...[...bound, ...values, page.limit, page.offset],
  );
  return { total: counted?.total ?? 0, entries: entries.map(toArrival) };
}

function toArrival({ updated, ...entry }: Omit<Arrival, 'updated'> & { updated: number }): Arrival {
  return updated === 0 ? entry : { ...entry, updated: true };
}

/** Whether an article is new, or also one that was changed. */
function isArrival({ added, changed, withoutBackfill }: Arrivals): Condition {
  const [isAdded, values] = added('a.number');
  const isNew = withoutBackfill ? `(${isAdded} AND a.id NOT IN (SELECT article FROM backfilled))` : isAdded;
  if (changed === undefined) return [isNew, values];
  const [isChanged, more] = changed('a.number');
  return [`(${isNew} OR ${isChanged})`, [...values, ...more]];
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
  { added, changed }: Arrivals,
): Condition {
  const expression = topics.map((words) => `(${words.map(toFtsQuery).join(' AND ')})`).join(' OR ');
  // A search for each condition: with OR, FTS5 would scan every article that contains the words.
  const searches = [added('rowid'), ...(changed === undefined ? [] : [changed('rowid')])];
  const found = searches.map(([sql]) => `SELECT rowid FROM words WHERE words MATCH ? AND ${sql}`);
  return [
    `a.number ${operator} (${found.join(' UNION ALL ')})`,
    searches.flatMap(([, values]) => [expression, ...values]),
  ];
}
