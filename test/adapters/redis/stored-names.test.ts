import { expect, it } from 'vitest';
import { parseLocation } from '../../../adapters/redis/location.ts';
import { fillState } from '../../fixtures/full-state.ts';
import { keysOf, redisServer, redisState, temporaryStore } from '../../fixtures/redis.ts';

const NAMES = `
:arrivals :arrivals:backfilled :arrivals:last :arrivals:name :arrivals:order :chat-settings :deliveries
:deliveries:chat:failed:telegram:1 :deliveries:chat:pending:telegram:1 :deliveries:chat:refused:telegram:1
:deliveries:chat:rest:telegram:1 :deliveries:chat:sent:telegram:1 :deliveries:delayed :deliveries:delayed:telegram
:deliveries:ended :deliveries:failed :deliveries:failed:telegram :deliveries:taken :deliveries:taken:telegram
:deliveries:unsent:aaaaaa :delivery-views :feed-entries :feed-entries:due:a :feed-entries:due:z :feed-entries:of:a
:feed-entries:of:z :feed-entries:pending :feed-followers :feed-followers:by:discord:频道
:feed-followers:by:telegram:1 :feed-followers:of:a :feed-followers:of:z :feeds :feeds:due :feeds:ids
:numbers :state-expiries :state:chat :state:other :subscriptions :subscriptions:chat:discord:频道
:subscriptions:chat:telegram:1 :subscriptions:due :subscriptions:ids :subscriptions:server:discord:s
:subscriptions:tally :version
`;

redisServer.skipWithout();

it('has keys whose names never change, since stores of earlier versions have them', async () => {
  const address = await temporaryStore();
  await fillState(await redisState(address));
  const { prefix } = parseLocation(address);
  const names = (await keysOf(prefix)).map((key) => key.slice(prefix.length));
  // Those of a process, which end with it.
  const lasting = names.filter((name) => !/^:(?:instance|lock)/u.test(name));
  expect(lasting.toSorted()).toEqual(NAMES.trim().split(/\s+/u));
});
