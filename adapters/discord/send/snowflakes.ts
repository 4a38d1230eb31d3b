import type { ApiContext } from '../context.ts';

/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = Date.UTC(2015, 0, 1);
const TIME_SHIFT = 22n;
/** The clocks of Discord's own machines differ a little. */
const TOLERANCE_MS = 60_000;

/** The lowest id of anything that Discord creates from a moment on. */
export function toSnowflake(ms: number): string {
  return String(BigInt(Math.max(0, Math.trunc(ms) - EPOCH_MS)) << TIME_SHIFT);
}

/** The moment when something with this id was created. */
export function timeOfSnowflake(id: string): number {
  return Number(BigInt(id) >> TIME_SHIFT) + EPOCH_MS;
}

/** The older of two ids. */
export function olderId(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? one : other;
}

/** The lowest id of anything that is created from now on, by Discord's clock if a response has told it. */
export function idOfNow({ client, clock }: Pick<ApiContext, 'client' | 'clock'>): string {
  return toSnowflake((client.serverTimeMs() ?? clock.nowMs()) - TOLERANCE_MS);
}
