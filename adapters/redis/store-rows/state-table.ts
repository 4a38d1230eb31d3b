import { ROW_COLUMNS } from '../../shared/row-columns.ts';
import { NOTES_NAMESPACE, type Rows, type RowTable } from '../../shared/store-rows.ts';
import type { Database } from '../database.ts';
import { EXPIRIES, SET_STATE } from '../keyv-store.ts';

/** The values and expiries of places, each a namespace and a key. */
const READ = `
local found = {}
for at = 1, #ARGV, 2 do
  table.insert(found, redis.call('HGET', KEYS[1] .. ':state:' .. ARGV[at], ARGV[at + 1]))
  table.insert(found, redis.call('ZSCORE', KEYS[1] .. ':${EXPIRIES}', cjson.encode({ ARGV[at], ARGV[at + 1] })))
end
return found
`;

type Row = Rows['state'];
type Place = Pick<Row, 'namespace' | 'key'>;

/** The rows of all state stores but the notes of whoever moves rows. */
export function createStateTable(database: Database): RowTable<Row> {
  const { pageSize } = ROW_COLUMNS.state;
  /** As they were when the first page was read. */
  let places: Place[] = [];
  return {
    count: async () => (await findPlaces(database)).length,
    async read(after) {
      const begin = after === undefined ? 0 : Number(after);
      if (after === undefined || places.length === 0) places = await findPlaces(database);
      const page = places.slice(begin, begin + pageSize);
      const rows = await readPlaces(database, page);
      return { rows, ...(page.length === pageSize && { next: String(begin + pageSize) }) };
    },
    async write(rows) {
      if (rows.length === 0) return;
      const values = rows.flatMap(({ namespace, key, value, expires }) => [namespace, key, value, expires ?? '']);
      await database.run(SET_STATE, ...values);
    },
  };
}

async function findPlaces({ call, key, prefix }: Database): Promise<Place[]> {
  const begin = key('state:');
  const places: Place[] = [];
  for (const name of (await findKeys({ call, prefix })).filter((one) => one.startsWith(begin)).toSorted()) {
    const namespace = name.slice(begin.length);
    if (namespace === NOTES_NAMESPACE) continue;
    const keys = await call<string[]>('HKEYS', name);
    places.push(...keys.toSorted().map((one) => ({ namespace, key: one })));
  }
  return places;
}

/** The names of all keys of a store. */
export async function findKeys({ call, prefix }: Pick<Database, 'call' | 'prefix'>): Promise<string[]> {
  const keys = new Set<string>();
  let cursor = '0';
  do {
    const [next, found] = await call<[string, string[]]>('SCAN', cursor, 'MATCH', `${prefix}:*`, 'COUNT', 10_000);
    for (const one of found) keys.add(one);
    cursor = next;
  } while (cursor !== '0');
  return [...keys];
}

async function readPlaces({ run }: Database, places: readonly Place[]): Promise<Row[]> {
  if (places.length === 0) return [];
  const words = places.flatMap(({ namespace, key }) => [namespace, key]);
  const found = await run<(string | null)[]>(READ, ...words);
  return places.flatMap((place, at) => {
    const [value = null, expires = null] = found.slice(at * 2, at * 2 + 2);
    return value === null ? [] : [{ ...place, value, expires: expires === null ? null : Number(expires) }];
  });
}
