import type { Arrived } from '../../src/library/entry.ts';
import type { ArrivalRange, ArticleFilter, Page, QueryWord } from '../../src/library/store.ts';
import type { Database } from './database.ts';
import { ENTRY } from './entry-columns.ts';
import { toFtsQuery } from './fts-query.ts';

interface Asked {
  span: ArrivalRange;
  wanted: ArticleFilter;
  page: Pick<Page, 'offset' | 'limit'>;
}

/** A part of a statement, and what it is asked with. */
type Condition = readonly [sql: string, values: readonly (string | number)[]];

/** The articles that came in a span and are wanted, newest by publication first; behind them those changed in it. */
export function readArrivals(database: Database, { span, wanted, page }: Asked) {
  const conditions: Condition[] = [isAmong(span)];
  if (wanted.sources.length > 0) conditions.push(fromAny(wanted.sources));
  if (wanted.topics.length > 0) conditions.push(withWords('IN', wanted.topics, span));
  if (wanted.without.length > 0) conditions.push(withWords('NOT IN', wanted.without, span));
  // A span is short and the library long: SQLite must not go through all in the order of publication.
  const fitting = `FROM articles a NOT INDEXED WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
  const values = conditions.flatMap(([, asked]) => asked);
  const counted = database.row<{ total: number }>(`SELECT count(*) AS total ${fitting}`, ...values);
  const entries = database.rows<Omit<Arrived, 'updated'> & { updated: number }>(
    `SELECT ${ENTRY}, a.number <= ? AS updated ${fitting}
     ORDER BY updated, a.timeMs DESC, a.addedAt DESC, a.id LIMIT ? OFFSET ?`,
    ...[span.after, ...values, page.limit, page.offset],
  );
  return { total: counted?.total ?? 0, entries: entries.map(toArrived) };
}

function toArrived({ updated, ...entry }: Omit<Arrived, 'updated'> & { updated: number }): Arrived {
  return updated === 0 ? entry : { ...entry, updated: true };
}

/** Whether an article is among those of a span. */
function isAmong(span: ArrivalRange): Condition {
  const [came, values] = isNew('a.number', span);
  if (span.withUpdates !== true) return [came, values];
  const [changed, more] = isChanged('a.number', span);
  return [`(${came} OR ${changed})`, [...values, ...more]];
}

/** Whether an article came in a span. FTS5 takes only whole numbers, and those of JavaScript are real ones. */
function isNew(number: string, { after, upTo }: ArrivalRange): Condition {
  return [`${number} > CAST(? AS INTEGER) AND ${number} <= CAST(? AS INTEGER)`, [after, upTo]];
}

/** Whether an article came before a span and was changed in it. */
function isChanged(number: string, { after, upTo }: ArrivalRange): Condition {
  const changed = `SELECT known.number FROM updates u JOIN articles known ON known.id = u.article
    WHERE u.number > ? AND u.number <= ? AND known.number <= ?`;
  return [`${number} IN (${changed})`, [after, upTo, after]];
}

function fromAny(sources: readonly string[]): Condition {
  const isFrom = (source: string) =>
    source.includes('.') ? 'a.source = ?' : `instr('.' || a.source || '.', '.' || ? || '.') > 0`;
  return [`(${sources.map(isFrom).join(' OR ')})`, sources];
}

function withWords(is: 'IN' | 'NOT IN', topics: readonly (readonly QueryWord[])[], span: ArrivalRange): Condition {
  const expression = topics.map((words) => `(${words.map(toFtsQuery).join(' AND ')})`).join(' OR ');
  // One search for each: with an OR, FTS5 would go through all that has the words.
  const searches = [isNew('rowid', span), ...(span.withUpdates === true ? [isChanged('rowid', span)] : [])];
  const found = searches.map(([sql]) => `SELECT rowid FROM words WHERE words MATCH ? AND ${sql}`);
  return [`a.number ${is} (${found.join(' UNION ALL ')})`, searches.flatMap(([, values]) => [expression, ...values])];
}
