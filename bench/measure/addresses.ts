const PROXIES = /^(?:images\.weserv\.nl|wsrv\.nl)$/u;

/** The key that links are compared by: no scheme, `www.`, fragment, `utm_` parameter or last slash. */
export function toLinkKey(address: string, base: string): string | undefined {
  const url = URL.parse(address.trim(), base);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (name.startsWith('utm_')) url.searchParams.delete(name);
  return decode(`${url.host.replace(/^www\./u, '')}${url.pathname}${url.search}`.replace(/\/+(?=\?|$)/u, ''));
}

/**
 * The key that images are compared by, independent of proxy and size: without image proxies (weserv, wsrv, Jetpack) and
 * without the width in addresses of the BBC's image server.
 */
export function toImageKey(address: string, base: string): string | undefined {
  const url = URL.parse(address.trim(), base);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  const proxied = PROXIES.test(url.hostname) ? url.searchParams.get('url') : undefined;
  if (proxied) return toImageKey(proxied.includes('//') ? proxied : `http://${proxied}`, base);
  const key = decode(`${url.host}${url.pathname}${url.search}`).replace(/^i\d\.wp\.com\//u, '');
  return key
    .replace(/^(ichef\.[^/]+)\/(?:ace\/[^/]+|news)\/\d+\//u, '$1/news/')
    .replace(/^(ichef\.[^/]+)\/images\/ic\/[^/]+\//u, '$1/images/ic/')
    .replace(/^(ichef)(?:-\d)?\.bbci/u, '$1.bbci');
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
