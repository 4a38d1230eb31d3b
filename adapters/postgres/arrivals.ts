import type { Arrival } from '../../src/library/entry.ts';
import type { ArrivalRange, ArticleFilter, PageRange } from '../../src/library/store.ts';
import { topicsCondition } from './articles/word-condition.ts';
import { type Bindings, createBindings } from './bind.ts';
import type { Database } from './database.ts';
import { ENTRY_COLUMNS } from './rows.ts';

interface ArrivalQuery {
  range: ArrivalRange;
  filter: ArticleFilter;
  page: PageRange;
}

/** The articles added in a range that match the filter, newest by publication first, followed by those changed in it. */
export async function readArrivals(database: Database, { range, filter, page }: ArrivalQuery) {
  const bindings = createBindings();
  const { values, bind } = bindings;
  const conditions = [isInRange(range, bind)];
  if (filter.sources.length > 0) conditions.push(isFromAny(filter.sources, bind));
  if (filter.topics.length > 0) conditions.push(topicsCondition(filter.topics, bindings));
  if (filter.without.length > 0) conditions.push(`NOT ${topicsCondition(filter.without, bindings)}`);
  const matching = `FROM articles a JOIN words w ON w.number = a.number WHERE ${conditions.join(' AND ')}`;
  const counted = await database.row<{ total: number }>(`SELECT count(*) AS total ${matching}`, ...values);
  const entries = await database.rows<Omit<Arrival, 'updated'> & { updated: boolean }>(
    `SELECT ${ENTRY_COLUMNS}, a.number <= ${bind(range.after)} AS updated ${matching}
     ORDER BY updated, a.time_ms DESC, a.added_at DESC, a.id LIMIT ${bind(page.limit)} OFFSET ${bind(page.offset)}`,
    ...values,
  );
  return { total: counted?.total ?? 0, entries: entries.map(toArrival) };
}

function toArrival({ updated, ...entry }: Omit<Arrival, 'updated'> & { updated: boolean }): Arrival {
  return updated ? { ...entry, updated: true } : entry;
}

/** Whether an article was added, or with updates also changed, in a range. */
function isInRange({ after, upTo, withBackfill, withUpdates }: ArrivalRange, bind: Bindings['bind']): string {
  const [from, to] = [bind(after), bind(upTo)];
  const isNew = withBackfill === true ? '' : 'AND a.id NOT IN (SELECT article FROM backfilled)';
  const added = `(a.number > ${from} AND a.number <= ${to} ${isNew})`;
  if (withUpdates !== true) return added;
  const changed = `SELECT article FROM updates u WHERE u.number > ${from} AND u.number <= ${to}`;
  return `(${added} OR (a.number <= ${from} AND a.id IN (${changed})))`;
}

function isFromAny(sources: readonly string[], bind: Bindings['bind']): string {
  const isFrom = (source: string) =>
    source.includes('.')
      ? `a.source = ${bind(source)}`
      : `strpos('.' || a.source || '.', '.' || ${bind(source)} || '.') > 0`;
  return `(${sources.map(isFrom).join(' OR ')})`;
}
