import type { StoreLocation } from '../shared/store-driver.ts';

/** What an address says. */
export interface RedisLocation {
  /** The server with its database, and perhaps user and password. */
  url: string;
  /** What the names of all keys begin with. */
  prefix: string;
  /** The file of the library, which each instance has for itself. */
  library: string;
  /** For messages: without user and password. */
  label: string;
}

const PREFIX = 'gazette';
const LIBRARY = 'data/library.sqlite';

/** Reads an address after its scheme. */
export function readLocation(scheme: string, rest: string): StoreLocation | { problem: string } {
  const location = `${scheme}:${rest}`;
  if (!rest.startsWith('//') || !URL.canParse(location)) return { problem: 'is not the address of a server.' };
  const { hostname, pathname, searchParams } = new URL(location);
  if (hostname === '') return { problem: 'names no host.' };
  if (!/^\/?\d*$/u.test(pathname)) return { problem: 'names a database that is no number.' };
  const unknown = [...searchParams.keys()].find((name) => name !== 'prefix' && name !== 'library');
  if (unknown !== undefined) return { problem: 'has a part after ? that is neither prefix nor library.' };
  if (!/^[\w.-]*$/u.test(searchParams.get('prefix') ?? ''))
    return { problem: 'has a prefix with other characters than letters and digits.' };
  return { location, label: parseLocation(location).label };
}

/** Splits an address that `readLocation` has accepted. */
export function parseLocation(location: string): RedisLocation {
  const url = new URL(location);
  const prefix = url.searchParams.get('prefix') || PREFIX;
  const library = url.searchParams.get('library') || LIBRARY;
  url.search = '';
  const { protocol, host, pathname } = url;
  return { url: url.href, prefix, library, label: `${protocol}//${host}${pathname.length > 1 ? pathname : ''}` };
}
