/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = Date.UTC(2015, 0, 1);
const TIME_SHIFT = 22n;

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
