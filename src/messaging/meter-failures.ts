import type { Metrics } from '../metrics.ts';
import type { PlatformFailure } from './platform-failure.ts';

/** Counts the failed requests of a platform by HTTP status, and the waits that it asks for. */
export function createFailureMeter(platform: string, metrics: Metrics) {
  return ({ status, retryAfterMs }: Pick<PlatformFailure, 'status' | 'retryAfterMs'>): void => {
    metrics.count('refusals', { platform, code: status === undefined ? 'none' : String(status) });
    if (retryAfterMs !== undefined) metrics.count('waits', { platform }, retryAfterMs / 1000);
  };
}
