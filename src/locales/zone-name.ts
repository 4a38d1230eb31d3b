import { dateFormatter } from './date-formatters.ts';
import { type Language, localeOf } from './languages.ts';
import { localName } from './local-name.ts';

const OFFSET = /^Etc\/GMT([+-])(\d+)$/u;
const HAN = /\p{Script=Han}/u;

/** Names a zone for people: `Nairobi`, `北京时间`, `肯尼亚时间`, `UTC+8`. IANA inverts the sign of zones that are an offset. */
export function zoneName(zone: string, language: Language): string {
  const [, sign, hours] = OFFSET.exec(zone) ?? [];
  if (sign !== undefined) return `UTC${sign === '+' ? '-' : '+'}${hours}`;
  return localName('zone', zone, language) ?? chineseName(zone, language) ?? cityOf(zone);
}

/** The city of a zone: `Ho Chi Minh`, `New York`. */
export function cityOf(zone: string): string {
  return zone.replace(/^.*\//u, '').replaceAll('_', ' ');
}

/** The name that Chinese has for the time of a zone; undefined in other languages, and where it has only a Latin one. */
function chineseName(zone: string, language: Language): string | undefined {
  const formatter = dateFormatter(localeOf(language).dates.tag, { timeZone: zone, timeZoneName: 'shortGeneric' });
  const name = formatter.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
  return name !== undefined && HAN.test(name) ? name : undefined;
}
