import { createHash } from 'node:crypto';
import normalizeUrl from 'normalize-url';

/** Makes an address absolute and removes credentials; undefined if it is not http or https. */
export function toAbsolute(href: string, base: string): string | undefined {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Normalises an address so that all spellings for an article are equal: https, no `www.`, no trackers, no fragment. */
function normalizeAddress(url: string): string {
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
  const digest = createHash('sha256').update(normalizeAddress(url)).digest();
  const number = digest.readBigUInt64BE(0);
  return number.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
}

/** The host without `www.`. */
export function sourceOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

const WESERV = new Set(['images.weserv.nl', 'wsrv.nl']);
const JETPACK = /^i[0-3]\.wp\.com$/;

/** The original address behind an image proxy (weserv, wsrv, Jetpack); undefined for any other address. */
export function unproxiedAddress(address: string): string | undefined {
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
  const url = new URL(address);
  return WESERV.has(url.hostname) && !url.searchParams.get('url');
}

function publicAddress(href: string): string | undefined {
  const absolute = toAbsolute(href, 'https://invalid.invalid/');
  return absolute !== undefined && NAMED_HOST.test(new URL(absolute).hostname) ? absolute : undefined;
}
