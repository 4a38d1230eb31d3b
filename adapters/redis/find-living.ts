import type { Database } from './database.ts';

/** The key that exists while the lease of an instance holds. */
export function leaseOf(instance: string): string {
  return `instance:${instance}`;
}

/** Which of these instances have a lease. */
export async function findLiving(
  { call, key }: Pick<Database, 'call' | 'key'>,
  instances: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(instances)];
  if (asked.length === 0) return new Set();
  const found = await call<(string | null)[]>('MGET', ...asked.map((id) => key(leaseOf(id))));
  return new Set(asked.filter((_, at) => typeof found[at] === 'string'));
}
