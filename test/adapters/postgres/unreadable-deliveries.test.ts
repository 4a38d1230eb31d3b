import { expect, it } from 'vitest';
import { makeEdition } from '../../fakes/subscription.ts';
import { postgresState, queryPostgres, skipWithoutPostgres, temporarySchema } from '../../fixtures/postgres.ts';

const NOW = new Date('2026-11-29T08:00:00Z');
const CHAT = { platform: 'telegram', chat: '1' };

skipWithoutPostgres();

it('deliveries that cannot be read wait, while as many others as were wanted are taken', async () => {
  const address = await temporarySchema();
  const reported: string[] = [];
  const { deliveries } = await postgresState(address, (error) => reported.push(String(error)));
  const editions = [1, 2, 3, 4, 5, 6].map((number) => makeEdition(`a@${number}`, { subscription: 'a', to: CHAT }));
  await deliveries.add(editions, NOW);
  await queryPostgres(`UPDATE deliveries SET edition = '{}' WHERE id IN ('a@1', 'a@3')`, address);
  const take = async (limit: number) =>
    (await deliveries.take('telegram', NOW, limit)).map(({ edition }) => edition.id);
  expect(await take(2)).toEqual(['a@2', 'a@4']);
  expect(await take(9)).toEqual(['a@5', 'a@6']);
  expect(reported.map((line) => /delivery (a@\d)/.exec(line)?.[1])).toEqual(['a@1', 'a@3']);
});
