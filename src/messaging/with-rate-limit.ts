import type { RateLimitedRequest, RateLimiter } from './rate-limiter.ts';

interface RateLimitOptions {
  limiter: RateLimiter;
  turn: RateLimitedRequest;
  /** Gives up while it waits. */
  signal?: AbortSignal | undefined;
}

/** Makes a request as soon as the limiter allows it. */
export async function withRateLimit<Result>(
  request: () => Promise<Result>,
  { limiter, turn, signal }: RateLimitOptions,
): Promise<Result> {
  await limiter.wait(turn, signal);
  return await request().finally(() => limiter.recordAnswered(turn));
}
