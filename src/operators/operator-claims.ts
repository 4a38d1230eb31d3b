import type { StateStore } from '../state-store.ts';

interface ClaimsDeps {
  state: Pick<StateStore, 'putIfAbsent' | 'delete'>;
  /** What tells this process from others. */
  by: string;
  operators: ReadonlySet<string>;
  report(error: unknown): void;
}

/** Longer than any trouble lasts that somebody was told of. */
const MAX_TROUBLE_MS = 60 * 24 * 60 * 60_000;

/** Decides which of several processes with the same trouble tells an operator of it. */
export function createClaims({ state, by, operators, report }: ClaimsDeps) {
  /** The troubles that are over, and were released. */
  const free = new Set<string>();

  async function release(name: string): Promise<void> {
    for (const operator of operators) await state.delete(keyOf(name, operator)).catch(report);
  }

  return {
    /** Whether this process may tell, and no other one has. Without a store, each tells: better twice than not at all. */
    async claim(name: string, operator: string): Promise<boolean> {
      try {
        return await state.putIfAbsent(keyOf(name, operator), by, MAX_TROUBLE_MS);
      } catch (error) {
        report(error);
        return true;
      }
    },
    /** Lets whoever has one of these troubles next tell of it, once it is over. */
    async releaseOver(troubles: ReadonlyMap<string, object | undefined>): Promise<void> {
      for (const [name, trouble] of troubles) {
        if (trouble !== undefined) free.delete(name);
        else if (!free.has(name)) {
          await release(name);
          free.add(name);
        }
      }
    },
  };
}

function keyOf(name: string, operator: string): string {
  return `told:${name}:${operator}`;
}
