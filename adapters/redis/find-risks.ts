import { StoreError } from '../../src/library/store-error.ts';
import type { StoreRisk } from '../../src/state.ts';
import type { Database } from './database.ts';

/** What in the settings of the server could lose state. */
export async function findRisks({ call }: Pick<Database, 'call'>): Promise<StoreRisk[]> {
  const [persistence, memory] = [await call<string>('INFO', 'persistence'), await call<string>('INFO', 'memory')];
  const isLogged = readValue(persistence, 'aof_enabled') === '1';
  const isLimited = Number(readValue(memory, 'maxmemory')) > 0;
  const mayEvict = isLimited && readValue(memory, 'maxmemory_policy') !== 'noeviction';
  const isSynced = !isLogged || (await readSync(call)) !== 'no';
  return [
    ...(isLogged ? [] : ['not-logged' as const]),
    ...(isSynced ? [] : ['not-synced' as const]),
    ...(mayEvict ? ['evicts' as const] : []),
  ];
}

function readValue(info: string, name: string): string | undefined {
  return info
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
}

/** Undefined where the server keeps its settings to itself. */
async function readSync(call: Database['call']): Promise<string | undefined> {
  try {
    return (await call<string[]>('CONFIG', 'GET', 'appendfsync'))[1];
  } catch (error) {
    const isRefused = error instanceof StoreError ? error.reason === 'denied' : /unknown command/.test(String(error));
    if (isRefused) return undefined;
    throw error;
  }
}
