import { beforeEach, describe, expect, it } from 'vitest';
import { createDeliveryStarts } from '../../../adapters/discord/delivery-starts.ts';
import { timeOfSnowflake, toSnowflake } from '../../../adapters/discord/send/snowflakes.ts';
import { createFakeDiscord } from '../../fakes/discord-client.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';

const MINUTE_MS = 60_000;
const NOW_MS = Date.UTC(2024, 4, 2, 8);
const minutesAgo = (minutes: number) => new Date(NOW_MS - minutes * MINUTE_MS);
const idOf = (minutes: number) => toSnowflake(minutesAgo(minutes).getTime());

let stored: { nowMs: number; fail?: Error };
let reported: unknown[];
let asked: string[];
let startOf: ReturnType<typeof createDeliveryStarts>['startOf'];

/** Discord, whose time is known once it has answered anything. */
function start(isTimeKnown = true) {
  const discord = createFakeDiscord();
  let isKnown = isTimeKnown;
  asked = [];
  const client: typeof discord.client = {
    serverTimeMs: () => (isKnown ? NOW_MS : undefined),
    async call(request) {
      asked.push(`${request.method} ${request.route}`);
      isKnown = true;
      return await discord.client.call(request);
    },
  };
  const clock = { nowMs: () => NOW_MS + 3_600_000 } as Parameters<typeof createDeliveryStarts>[0]['clock'];
  const report = (error: unknown) => void reported.push(error);
  ({ startOf } = createDeliveryStarts({ client, clock, state: createFakeStateStore(stored), report }));
}

beforeEach(() => {
  stored = { nowMs: NOW_MS };
  reported = [];
  start();
});

describe('the start of a delivery', () => {
  it('is a minute before now by the clock of Discord, which is asked if need be', async () => {
    expect(timeOfSnowflake(await startOf('d', 'channel', undefined))).toBe(NOW_MS - MINUTE_MS);
    expect(asked).toEqual([]);
    start(false);
    expect(await startOf('e', 'channel', undefined)).toBe(idOf(1));
    expect(asked).toEqual(['GET /channels/channel']);
  });

  it('is the stored one if an earlier try may have sent something, for three days', async () => {
    const first = await startOf('d', 'channel', undefined);
    stored.nowMs += 3 * 24 * 60 * MINUTE_MS - 1;
    expect(await startOf('d', 'channel', minutesAgo(60))).toBe(first);
    expect(await startOf('other', 'channel', minutesAgo(60))).toBe(idOf(65));
    stored.nowMs += 1;
    expect(await startOf('d', 'channel', minutesAgo(60))).toBe(idOf(65));
  });

  it('is a new one if no earlier try may have sent anything', async () => {
    await startOf('d', 'channel', minutesAgo(60));
    expect(await startOf('d', 'channel', undefined)).toBe(idOf(1));
    expect(await startOf('d', 'channel', minutesAgo(60))).toBe(idOf(1));
  });

  it('is never later than now, even if the clock of the bot is ahead', async () => {
    expect(await startOf('d', 'channel', minutesAgo(-10))).toBe(idOf(1));
    expect(await startOf('e', 'channel', minutesAgo(0))).toBe(idOf(5));
  });

  it('is found out anew if what was stored is no id', async () => {
    const state = createFakeStateStore(stored);
    const { client } = createFakeDiscord();
    const starts = createDeliveryStarts({
      client: { ...client, serverTimeMs: () => NOW_MS },
      clock: { nowMs: () => NOW_MS } as Parameters<typeof createDeliveryStarts>[0]['clock'],
      state,
      report: (error) => void reported.push(error),
    });
    for (const damaged of [7, 'x12', '12x', null]) {
      await state.set('start:d', damaged);
      expect(await starts.startOf('d', 'channel', minutesAgo(60))).toBe(idOf(65));
    }
  });

  it('does not hold up the delivery if it cannot be stored', async () => {
    const fail = new Error('The store is gone.');
    stored.fail = fail;
    expect(await startOf('d', 'channel', undefined)).toBe(idOf(1));
    expect(reported).toEqual([fail]);
  });
});
