import { afterEach, describe, vi } from 'vitest';
import { stateStoreContract } from '../../contracts/state-store.ts';
import { postgresState, skipWithoutPostgres } from '../../fixtures/postgres.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('in PostgreSQL', () => {
  skipWithoutPostgres();

  stateStoreContract(async () => {
    const state = await postgresState();
    vi.useFakeTimers({ toFake: ['Date'] });
    return {
      store: (namespace) => state.states(namespace),
      passMs: (ms) => vi.setSystemTime(Date.now() + ms),
      lose: () => state.close(),
    };
  });
});
