const EPOCH = 1_420_070_400_000;

/** Increasing ids: https://discord.com/developers/docs/reference#snowflakes */
export function createSnowflakes(): () => string {
  let last = 0n;
  return () => {
    const next = BigInt(Date.now() - EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}
