const DOTTED_HOST = /^(?:[a-z0-9_-]+\.)+[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/i;

/** An address of the web, parsed; undefined for any other. */
export function parseWebAddress(url: string): URL | undefined {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed : undefined;
}

/** Whether a host has a dot or is an IPv6 address, which chat platforms require of links and media. */
export function isDottedHost(hostname: string): boolean {
  return DOTTED_HOST.test(hostname);
}
