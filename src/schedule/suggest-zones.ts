import { cities, countries } from './countries.ts';
import { zonesMeant } from './parse-zone.ts';
import { cityOf, toKey, zones } from './zones.ts';

interface Named {
  zone: string;
  /** The names of its cities and countries, and its whole name; as keys. */
  names: readonly string[];
}

/** Great cities first, most looked for first. */
const inOrder: readonly Named[] = [...new Set([...cities.keys(), 'UTC', ...zones])].map((zone) => ({
  zone,
  names: [cityOf(zone), ...(cities.get(zone) ?? []), ...(countries.get(zone) ?? []), zone].map(toKey),
}));

/**
 * The zones that may be meant by what has been typed so far, `limit` at most: what it already means, then those with a name that
 * begins with it, then those with a name that contains it; great cities first. For nothing typed, the zones of great cities.
 */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const key = toKey(typed.slice(0, 80).normalize('NFKC'));
  const beginning = inOrder.filter(({ names }) => names.some((name) => name.startsWith(key)));
  const containing = inOrder.filter(({ names }) => names.some((name) => name.includes(key)));
  const found = [...beginning, ...containing].map(({ zone }) => zone);
  return [...new Set([...zonesMeant(typed), ...found])].slice(0, limit);
}
