import { afterEach, expect, it, vi } from 'vitest';
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
    store: (namespace) => createStateStore(createKeyvStore(database, namespace), () => expect.unreachable()),
    passMs: (ms) => vi.setSystemTime(Date.now() + ms),
    lose: () => database.close(),
  };
});

it('skips a value that cannot be read, reports and keeps it', async () => {
  const database = openDatabase(':memory:', { migrations: MIGRATIONS });
  const reported: unknown[] = [];
  const store = createStateStore(createKeyvStore(database, 'chats'), (error) => reported.push(error));
  await store.set('good', 1);
  database.run(`INSERT INTO state VALUES ('chats', 'bad', '{"value":', NULL)`);
  expect(await store.get('bad')).toBeUndefined();
  expect(await store.get('good')).toBe(1);
  expect(reported).toEqual([
    expect.objectContaining({ reason: 'unreadable', message: expect.stringContaining('"bad"') as string }),
  ]);
  expect(database.row(`SELECT value FROM state WHERE key = 'bad'`)).toMatchObject({ value: '{"value":' });
});
