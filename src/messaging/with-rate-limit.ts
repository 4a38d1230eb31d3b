import type { RateLimiter, Turn } from './rate-limiter.ts';

interface RateLimitOptions {
  limiter: RateLimiter;
  turn: Turn;
  /** Gives up while it waits. */
  signal?: AbortSignal | undefined;
}

/** Makes a request as soon as the limiter allows it. */
export async function withRateLimit<Result>(
  request: () => Promise<Result>,
  { limiter, turn, signal }: RateLimitOptions,
): Promise<Result> {
  await limiter.wait(turn, signal);
  return await request().finally(() => limiter.arrived(turn));
}
