import { cityMapping } from 'city-timezones';
import { toKey, toKnownName, zones } from './zones.ts';

/** The zones of the cities with one name, the largest city first. */
export interface CityZones {
  zones: readonly string[];
  /** Of the largest of them. */
  population: number;
}

/** A city so many times larger than its namesakes is the one that people mean. */
const DOMINANT = 10;
const known = new Set(zones);
const cities = readCities();

/** The zones that a city's name may mean, in English; several if none of its namesakes is much larger than the others. */
export function zonesOfCity(name: string): CityZones | undefined {
  const found = cities.get(toKey(name));
  const [largest] = found ?? [];
  if (found === undefined || largest === undefined) return undefined;
  const likely = found.filter(({ population }) => population * DOMINANT > largest.population);
  return { zones: [...new Set(likely.map(({ zone }) => zone))], population: largest.population };
}

interface City {
  zone: string;
  population: number;
}

function readCities(): ReadonlyMap<string, readonly City[]> {
  const found = new Map<string, City[]>();
  for (const { city, city_ascii: ascii, pop, timezone } of cityMapping) {
    const zone = toKnownName(timezone ?? '');
    if (!known.has(zone)) continue;
    for (const key of new Set([toKey(city), toKey(ascii)])) {
      const others = found.get(key) ?? [];
      found.set(key, [...others, { zone, population: pop }]);
    }
  }
  for (const [key, list] of found)
    found.set(
      key,
      list.toSorted((one, other) => other.population - one.population),
    );
  return found;
}
