/** Who may see what. */
export interface WebAccess {
  /** Whether others than this machine read articles and digests. */
  isPublic: boolean;
  /** How others reach the page: `https://news.example.org`. */
  origin: string | undefined;
  /** Opens the control room. */
  token: string | undefined;
}

/** For this machine only, without a token. */
export const LOCAL_ACCESS: WebAccess = { isPublic: false, origin: undefined, token: undefined };

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,252})|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Whether a host is a name that only this machine gives itself. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * Whether the page answers by that name: this machine's own; if it is public, its address, or any name without one. A foreign
 * name that was made to point to this machine (DNS rebinding) would let another site's page read a library that is not public.
 */
export function isAllowedHost(host: string, { isPublic, origin }: WebAccess): boolean {
  if (isLoopback(host)) return true;
  if (!isPublic || !HOST.test(host)) return false;
  return origin === undefined || new URL(origin).host === host.toLowerCase();
}
