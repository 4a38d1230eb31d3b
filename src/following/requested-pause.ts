type Headers = Readonly<Record<string, string | undefined>>;

const SECOND_MS = 1000;
/** A cache may keep a page for a year, which says nothing about when a feed has news. */
const MAX_CACHED_MS = 60 * 60_000;

/** How long a server asks to wait before the next request, in milliseconds: `Retry-After`, else `Cache-Control`; 0 if it does not. */
export function requestedPause(headers: Headers, now: Date): number {
  const retryAfter = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND_MS;
  const until = Date.parse(retryAfter);
  if (!Number.isNaN(until)) return Math.max(0, until - now.getTime());
  const [, maxAge = '0'] = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '') ?? [];
  return Math.min(MAX_CACHED_MS, Number(maxAge) * SECOND_MS);
}
