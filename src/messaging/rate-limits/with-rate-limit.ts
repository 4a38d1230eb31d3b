import type { RateLimitedRequest } from './rate-limited-request.ts';
import type { RateLimiter } from './rate-limiter.ts';

interface RateLimitOptions {
  limiter: Pick<RateLimiter, 'wait'>;
  turn: RateLimitedRequest;
  /** Aborts the wait. */
  signal?: AbortSignal | undefined;
}

/** Makes a request as soon as the limiter allows it. */
export async function withRateLimit<Result>(
  request: () => Promise<Result>,
  { limiter, turn, signal }: RateLimitOptions,
): Promise<Result> {
  const end = await limiter.wait(turn, signal);
  try {
    return await request();
  } finally {
    end();
  }
}
