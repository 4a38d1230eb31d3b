import { hash } from 'node:crypto';
import normalizeUrl from 'normalize-url';

/**
 * An address that is absolute and as `URL` would write it: no credentials, port, dot segments, fragment or anything to escape.
 * `URL` is twenty times slower, and most addresses of a page are of this kind.
 */
const CANONICAL =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+(?!xn--)[a-z]{2,24}\/(?![^?]*(?:\/\.|%2e))(?!\.)[\w.~!$&()*+,;=:@%/-]*(?:\?[\w.~!$&()*+,;=:@%/?-]*)?$/i;
const LOWER_CASE_ORIGIN = /^[^A-Z]*?\/\/[^A-Z/]*\//;

/** Makes an address absolute and removes credentials; undefined if it is not http or https. */
export function toAbsolute(href: string, base: string): string | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  if (isCanonical(trimmed)) return trimmed;
  const url = URL.parse(trimmed, base);
  if (url === null) return undefined;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  return url.href;
}

function isCanonical(address: string): boolean {
  return CANONICAL.test(address) && LOWER_CASE_ORIGIN.test(address);
}

/** An address whose host and path `normalize-url` leaves as they are, but for repeated slashes. */
const PLAIN_PATH = /^https?:\/\/[a-z0-9.-]+(?:\/+(?:[\w.-]|%[89A-F][\dA-F])+)+$/;
const REPEATED_SLASHES = /(?<!:)\/{2,}/g;

const SCHEME_AND_WWW = /^https?:\/\/(?:www\.(?!www\.)(?=[a-z\d-]{1,63}\.[a-z\d.-]{2,63}\/))?/;

/** Normalises an address so that all spellings for an article are equal: https, no `www.`, no trackers, no fragment. */
function normalizeAddress(url: string): string {
  if (isCanonical(url) && PLAIN_PATH.test(url))
    return url.replace(REPEATED_SLASHES, '/').replace(SCHEME_AND_WWW, 'https://');
  try {
    return normalizeUrl(url, {
      forceHttps: true,
      stripHash: true,
      stripAuthentication: true,
      removeTrailingSlash: true,
      removeQueryParameters: [/^utm_/i, /^(fbclid|gclid|ocid|ref_src|at_medium|at_campaign)$/i],
    });
  } catch (error) {
    // In rare cases (a stray `%` in the path) normalize-url rejects what `URL` accepts.
    if (error instanceof Error) return url;
    throw error;
  }
}

const ID_LENGTH = 9;

/** The article's id: nine characters a-z0-9, a hash of the normalised address. */
export function articleId(url: string): string {
  const digest = hash('sha256', normalizeAddress(url), 'buffer');
  const number = digest.readBigUInt64BE(0);
  return number.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
}

/** The host without `www.`. */
export function sourceOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

/** Whether two addresses belong to one site: one's host is the other's, or below it, apart from `www.`, `m.` and `amp.`. */
export function isSameSite(one: string, other: string): boolean {
  const [left, right] = [one, other].map((address) => new URL(address).hostname.replace(/^(?:www|m|mobile|amp)\./, ''));
  return left === right || `.${left}`.endsWith(`.${right}`) || `.${right}`.endsWith(`.${left}`);
}

const WESERV = new Set(['images.weserv.nl', 'wsrv.nl']);
const JETPACK = /^i[0-3]\.wp\.com$/;
/** Any address of a proxy contains one of these. */
const PROXY = /weserv\.nl|wsrv\.nl|\.wp\.com/;

/** The original address behind an image proxy (weserv, wsrv, Jetpack); undefined for any other address. */
export function unproxiedAddress(address: string): string | undefined {
  if (!PROXY.test(address)) return undefined;
  const url = new URL(address);
  if (WESERV.has(url.hostname)) return unproxiedWeserv(url.searchParams.get('url') ?? '');
  if (JETPACK.test(url.hostname) && url.pathname.length > 1) return publicAddress(`https:/${url.pathname}`);
  return undefined;
}

/** `?url=` without a scheme and with the `ssl:` prefix are both documented by images.weserv.nl. */
function unproxiedWeserv(wrapped: string): string | undefined {
  const bare = wrapped.replace(/^ssl:/, '').replace(/^\/\//, '');
  if (bare === '') return undefined;
  return publicAddress(/^https?:\/\//i.test(bare) ? bare : `https://${bare}`);
}

/** A host name with a dot; an IP address may be in a private network. */
const NAMED_HOST = /\.[a-z][a-z0-9-]*$/i;

/** Whether an address is an image proxy without an image. */
export function isEmptyProxy(address: string): boolean {
  if (!PROXY.test(address)) return false;
  const url = new URL(address);
  return WESERV.has(url.hostname) && !url.searchParams.get('url');
}

function publicAddress(href: string): string | undefined {
  const absolute = toAbsolute(href, 'https://invalid.invalid/');
  return absolute !== undefined && NAMED_HOST.test(new URL(absolute).hostname) ? absolute : undefined;
}
