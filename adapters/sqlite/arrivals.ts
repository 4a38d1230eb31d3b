import type { Page, QueryWord, Span, Wanted } from '../../src/library/stores.ts';
import type { ArticleEntry } from '../../src/ports.ts';
import type { Database } from './database.ts';
import { ENTRY } from './entry-columns.ts';
import { toPhrase } from './phrase.ts';

interface Asked {
  span: Span;
  wanted: Wanted;
  page: Pick<Page, 'offset' | 'limit'>;
}

/** A part of a WHERE clause, and what it is asked with. */
type Condition = readonly [sql: string, values: readonly (string | number)[]];

/** The articles that came in a span and are wanted, newest by publication first. */
export function readArrivals(database: Database, { span, wanted, page }: Asked) {
  const conditions: Condition[] = [['a.number > ? AND a.number <= ?', [span.after, span.upTo]]];
  if (wanted.sources.length > 0) conditions.push(fromAny(wanted.sources));
  if (wanted.topics.length > 0) conditions.push(withWords('IN', wanted.topics, span));
  if (wanted.without.length > 0) conditions.push(withWords('NOT IN', wanted.without, span));
  // A span is short and the library long: SQLite must not go through all in the order of publication.
  const fitting = `FROM articles a NOT INDEXED WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
  const values = conditions.flatMap(([, asked]) => asked);
  const counted = database.row<{ total: number }>(`SELECT count(*) AS total ${fitting}`, ...values);
  const entries = database.rows<ArticleEntry>(
    `SELECT ${ENTRY} ${fitting} ORDER BY a.timeMs DESC, a.addedAt DESC, a.id LIMIT ? OFFSET ?`,
    ...values,
    page.limit,
    page.offset,
  );
  return { total: counted?.total ?? 0, entries };
}

function fromAny(sources: readonly string[]): Condition {
  const isFrom = (source: string) =>
    source.includes('.') ? 'a.source = ?' : `instr('.' || a.source || '.', '.' || ? || '.') > 0`;
  return [`(${sources.map(isFrom).join(' OR ')})`, sources];
}

function withWords(is: 'IN' | 'NOT IN', topics: readonly (readonly QueryWord[])[], span: Span): Condition {
  const expression = topics.map((words) => `(${words.map(toPhrase).join(' AND ')})`).join(' OR ');
  // A number from JavaScript is a real one to SQLite, and FTS5 takes only whole ones for a limit.
  const within = 'rowid > CAST(? AS INTEGER) AND rowid <= CAST(? AS INTEGER)';
  return [
    `a.number ${is} (SELECT rowid FROM words WHERE words MATCH ? AND ${within})`,
    [expression, span.after, span.upTo],
  ];
}
