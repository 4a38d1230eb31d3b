import type { Page, QueryWord, Span, Wanted } from '../../src/library/stores.ts';
import type { Arrived } from '../../src/ports.ts';
import type { Database } from './database.ts';
import { ENTRY } from './entry-columns.ts';
import { toPhrase } from './phrase.ts';

interface Asked {
  span: Span;
  wanted: Wanted;
  page: Pick<Page, 'offset' | 'limit'>;
}

/** A part of a statement, and what it is asked with. */
type Condition = readonly [sql: string, values: readonly (string | number)[]];

/** The articles that came in a span and are wanted, newest by publication first; behind them those changed in it. */
export function readArrivals(database: Database, { span, wanted, page }: Asked) {
  const came = numbersOf(span);
  const conditions: Condition[] = [[`a.number IN (${came[0]})`, came[1]]];
  if (wanted.sources.length > 0) conditions.push(fromAny(wanted.sources));
  if (wanted.topics.length > 0) conditions.push(withWords('IN', wanted.topics, came));
  if (wanted.without.length > 0) conditions.push(withWords('NOT IN', wanted.without, came));
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

/** The numbers of the articles that came in a span, or were changed in it. A number from JavaScript is a real one to FTS5. */
function numbersOf({ after, upTo, withUpdates }: Span): Condition {
  const arrived = 'SELECT number FROM articles WHERE number > CAST(? AS INTEGER) AND number <= CAST(? AS INTEGER)';
  if (withUpdates !== true) return [arrived, [after, upTo]];
  const updated = `SELECT known.number FROM updates u JOIN articles known ON known.id = u.article
    WHERE u.number > ? AND u.number <= ? AND known.number <= ?`;
  return [`${arrived} UNION ${updated}`, [after, upTo, after, upTo, after]];
}

function fromAny(sources: readonly string[]): Condition {
  const isFrom = (source: string) =>
    source.includes('.') ? 'a.source = ?' : `instr('.' || a.source || '.', '.' || ? || '.') > 0`;
  return [`(${sources.map(isFrom).join(' OR ')})`, sources];
}

function withWords(is: 'IN' | 'NOT IN', topics: readonly (readonly QueryWord[])[], came: Condition): Condition {
  const expression = topics.map((words) => `(${words.map(toPhrase).join(' AND ')})`).join(' OR ');
  return [
    `a.number ${is} (SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (${came[0]}))`,
    [expression, ...came[1]],
  ];
}
