import { describe, expect, it } from 'vitest';
import { backUpState, openState, restoreState } from '../../../adapters/stores.ts';
import { failureOf, outOfReachContract, SECRET } from '../../contracts/out-of-reach.ts';
import { makeSubscription } from '../../fakes/subscription.ts';
import {
  POSTGRES_URL,
  postgresServer,
  postgresState,
  queryPostgres,
  skipWithoutPostgres,
  temporarySchema,
} from '../../fixtures/postgres.ts';

const failureAt = (address: string) => failureOf(postgresServer, address);

outOfReachContract(postgresServer);

describe('a PostgreSQL server', () => {
  skipWithoutPostgres();

  it('that has no such database says how to make it', async () => {
    const url = new URL(POSTGRES_URL);
    url.pathname = '/gazette_nowhere';
    expect((await failureAt(url.href)).message).toMatch(
      /gazette_nowhere: there is no such database\. Create it: createdb/,
    );
  });

  it('with tables of another program is left alone', async () => {
    const url = await temporarySchema();
    await queryPostgres('CREATE TABLE files (name TEXT)', url);
    expect(await failureAt(url)).toMatchObject({ reason: 'foreign-database' });
    expect(await queryPostgres('SELECT * FROM files', url)).toEqual([]);
  });

  it('is migrated once, however many processes start together', async () => {
    const url = await temporarySchema();
    const states = await Promise.all(Array.from({ length: 4 }, () => openState({ scheme: 'postgres', location: url })));
    await states[0]?.states('a').set('key', 1);
    expect(await states[3]?.states('a').get('key')).toBe(1);
    await Promise.all(states.map((state) => state.close()));
  });

  it('whose lock is held for longer than a statement waits is waited for', async () => {
    const url = await temporarySchema();
    const state = await postgresState(url);
    const subscription = makeSubscription();
    await state.subscriptions.save(subscription, null);
    const holding = queryPostgres(`BEGIN; SELECT 1 FROM subscriptions FOR UPDATE; SELECT pg_sleep(3); COMMIT`, url);
    const changed = state.subscriptions.change(subscription.id, (current) => current);
    await holding;
    expect(await changed).toEqual(subscription);
  });

  it('has tools of its own for backups, which the message names', async () => {
    const store = { scheme: 'postgres', location: `postgres://bot:${SECRET}@db/gazette`, label: '' } as const;
    const tools = /^postgres:\/\/db\/gazette: PostgreSQL has its own tools for backups\. Use pg_dump/;
    await expect(backUpState(store, 'file')).rejects.toThrow(tools);
    await expect(restoreState(store, { file: 'file', now: new Date() })).rejects.toThrow(tools);
  });
});
