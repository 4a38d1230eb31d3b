import type { StoreLocation } from '../shared/store-driver.ts';

/** Reads an address after its scheme. */
export function readLocation(rest: string): StoreLocation | { problem: string } {
  const location = `postgres:${rest}`;
  if (!rest.startsWith('//') || !URL.canParse(location)) return { problem: 'is not the address of a database.' };
  const { hostname, pathname } = new URL(location);
  if (hostname === '') return { problem: 'names no host.' };
  if (pathname.length < 2) return { problem: 'names no database.' };
  return { location, label: toLabel(location) };
}

/** An address for messages: without user and password. */
export function toLabel(location: string): string {
  const { host, pathname } = new URL(location);
  return `postgres://${host}${pathname}`;
}
