import type { ApiContext } from './context.ts';
import { idOfNow, olderId, toSnowflake } from './send/snowflakes.ts';

/** Longer than a delivery is retried. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;
/** For a delivery that an earlier version began, which recorded only the time of the bot's clock. */
const CLOCK_SKEW_MS = 5 * 60_000;

export type DeliveryStarts = ReturnType<typeof createDeliveryStarts>;

/**
 * Stores when each delivery began, by Discord's clock and as an id: every message of the delivery has a higher one. So a
 * message that was in flight when the process died is found whatever the bot's clock says.
 */
export function createDeliveryStarts({ client, state, clock, report }: ApiContext) {
  /** Like `idOfNow`, with Discord's clock. */
  async function idOfNowAt(channel: string): Promise<string> {
    // Any response tells Discord's time.
    if (client.serverTimeMs() === undefined)
      await client.call({ method: 'GET', route: `/channels/${channel}`, priority: 'push' });
    return idOfNow({ client, clock });
  }

  return {
    /** An id that is lower than those of the delivery's messages. `since` is set if an earlier try may have sent one. */
    async startOf(delivery: string, channel: string, since: Date | undefined): Promise<string> {
      const key = `start:${delivery}`;
      const known = since && (await readId(key));
      if (known !== undefined) return known;
      const now = await idOfNowAt(channel);
      const start = since === undefined ? now : olderId(now, toSnowflake(since.getTime() - CLOCK_SKEW_MS));
      // A failure must not hold up the delivery: the start matters only if the process dies.
      await state.set(key, start, KEPT_MS).catch(report);
      return start;
    },
  };

  async function readId(key: string): Promise<string | undefined> {
    const id = await state.get<unknown>(key);
    return typeof id === 'string' && /^\d+$/.test(id) ? id : undefined;
  }
}
