/**
 * The current names of renamed zones, by the old name that Node still lists:
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

/** Every IANA zone of a place, under its current name, and UTC; sorted. */
export const zones: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf('timeZone').map(toKnownName), 'UTC']),
].toSorted();

/** Converts the old name of a renamed zone to the current one; other names stay. */
export function toKnownName(zone: string): string {
  return RENAMED.get(zone) ?? zone;
}

/** The zones by region: `Asia`, `Europe`, …; zones without a region are under `Etc`. */
export function zonesByRegion(): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(zones, (zone) => (zone.includes('/') ? zone.replace(/\/.*$/u, '') : 'Etc'));
}

/** Normalizes a place's name: without marks, spaces and case. */
export function toKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\s_\-'’.]|\p{M}/gu, '');
}
