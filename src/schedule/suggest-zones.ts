import { cityOf } from '../locales/zone-name.ts';
import { cities } from './cities.ts';
import { countries } from './countries.ts';
import { isZoneWord, zonesMeant } from './parse-zone.ts';
import { toKey, zones } from './zones.ts';

interface Named {
  zone: string;
  /** The normalized names of its cities and countries, and its full name. */
  names: readonly string[];
}

/** Big cities first, the most popular ones before the others. */
const inOrder: readonly Named[] = [...new Set([...cities.keys(), 'UTC', ...zones])].map((zone) => ({
  zone,
  names: [cityOf(zone), ...(cities.get(zone) ?? []), ...(countries.get(zone) ?? []), zone].map(toKey),
}));

/**
 * Suggests up to `limit` zones for typed text: what it already means, then names that start with it, then names that contain it;
 * big cities first. For empty text, the zones of big cities.
 */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const key = toKey(typed.slice(0, 80).normalize('NFKC'));
  const beginning = inOrder.filter(({ names }) => names.some((name) => name.startsWith(key)));
  const containing = inOrder.filter(({ names }) => names.some((name) => name.includes(key)));
  const found = [...beginning, ...containing].map(({ zone }) => zone);
  const meant = zonesMeant(typed);
  return [...new Set([...(isZoneWord(typed) ? meant : []), ...found, ...meant])].slice(0, limit);
}
