/**
 * Preloaded into a bot under test: its time of day is wrong, and jumps while it runs. `CLOCK_JUMPS` is a list of
 * [after how many milliseconds, how many milliseconds the clock is ahead from then on].
 */
const RealDate = Date;
let aheadMs = 0;

for (const [afterMs, ahead] of JSON.parse(process.env['CLOCK_JUMPS'] ?? '[]') as readonly [number, number][]) {
  const jump = () => {
    aheadMs = ahead;
  };
  if (afterMs === 0) jump();
  else setTimeout(jump, afterMs).unref();
}

const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
  get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
