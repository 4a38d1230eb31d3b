import { afterEach, vi } from 'vitest';
import { createStateStore } from '../../../adapters/keyv/state-store.ts';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { createKeyvStore } from '../../../adapters/sqlite/keyv-store.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { stateStoreContract } from '../../contracts/state-store.ts';

afterEach(() => {
  vi.useRealTimers();
});

stateStoreContract(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const database = openDatabase(':memory:', { migrations: MIGRATIONS });
  return {
    store: (namespace) => createStateStore(createKeyvStore(database, namespace)),
    passMs: (ms) => vi.setSystemTime(Date.now() + ms),
    lose: () => database.close(),
  };
});
