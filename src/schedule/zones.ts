/**
 * The names that zones have had since they were renamed, by the old name that Node still lists:
 * https://data.iana.org/time-zones/tzdb/backward.
 */
const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Africa/Asmera': 'Africa/Asmara',
    'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
    'America/Catamarca': 'America/Argentina/Catamarca',
    'America/Coral_Harbour': 'America/Atikokan',
    'America/Cordoba': 'America/Argentina/Cordoba',
    'America/Godthab': 'America/Nuuk',
    'America/Indianapolis': 'America/Indiana/Indianapolis',
    'America/Jujuy': 'America/Argentina/Jujuy',
    'America/Louisville': 'America/Kentucky/Louisville',
    'America/Mendoza': 'America/Argentina/Mendoza',
    'Asia/Calcutta': 'Asia/Kolkata',
    'Asia/Katmandu': 'Asia/Kathmandu',
    'Asia/Rangoon': 'Asia/Yangon',
    'Asia/Saigon': 'Asia/Ho_Chi_Minh',
    'Atlantic/Faeroe': 'Atlantic/Faroe',
    'Europe/Kiev': 'Europe/Kyiv',
    'Pacific/Enderbury': 'Pacific/Kanton',
    'Pacific/Ponape': 'Pacific/Pohnpei',
    'Pacific/Truk': 'Pacific/Chuuk',
  }),
);

/** Every IANA zone of a place, by the name that people know it by, and UTC; sorted. */
export const zones: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf('timeZone').map(toKnownName), 'UTC']),
].toSorted();

/** The present name of a zone that was renamed; any other name as it is. */
export function toKnownName(zone: string): string {
  return RENAMED.get(zone) ?? zone;
}

/** The zones by region, as they are listed: `Asia`, `Europe`, …; what is part of none, as `Etc`. */
export function zonesByRegion(): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(zones, (zone) => (zone.includes('/') ? zone.replace(/\/.*$/u, '') : 'Etc'));
}

/** What a zone is called by its city: `Ho Chi Minh`, `New York`. */
export function cityOf(zone: string): string {
  return zone.replace(/^.*\//u, '').replaceAll('_', ' ');
}

/** A place's name without what people write in many ways: marks, spaces, case. */
export function toKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s_\-'’.]|\p{M}/gu, '');
}
