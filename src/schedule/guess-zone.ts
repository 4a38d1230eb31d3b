import { toKnownName } from './zones.ts';

/** Countries with several zones: the zone of at least nine in ten people, or one with the same time. */
const MAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CN: 'Asia/Shanghai',
    MY: 'Asia/Kuala_Lumpur',
    UZ: 'Asia/Tashkent',
    KZ: 'Asia/Almaty',
    CY: 'Asia/Nicosia',
    DE: 'Europe/Berlin',
    ES: 'Europe/Madrid',
    PT: 'Europe/Lisbon',
    UA: 'Europe/Kyiv',
    NZ: 'Pacific/Auckland',
    BR: 'America/Sao_Paulo',
    AR: 'America/Argentina/Buenos_Aires',
    CL: 'America/Santiago',
    EC: 'America/Guayaquil',
    VN: 'Asia/Ho_Chi_Minh',
  }),
);

/** Languages whose speakers nearly all share a zone; English, Spanish, French, Arabic and Portuguese are not among them. */
const AT_HOME = new Set(
  (
    'ja ko zh yue de it nl pl cs sk hu ro bg el tr uk he th vi hi te mr gu ka hy az km lo my ne si fa fi et lv lt ' +
    'sl hr sr sv nb no da is'
  ).split(' '),
);

/**
 * Guesses the IANA zone of people with a BCP 47 tag (`zh-TW`, `ja`, `pt-BR`). Undefined if they live in several zones, or the tag
 * is unknown. Never throws.
 */
export function guessZone(tag: string | null | undefined): string | undefined {
  const locale = parseLocale(tag);
  if (locale === undefined || (locale.region === undefined && !AT_HOME.has(locale.language))) return undefined;
  const likely = locale.maximize();
  const main = MAIN.get(likely.region ?? '');
  const [only, ...others] = likely.getTimeZones?.() ?? [];
  if (main !== undefined) return main;
  return only === undefined || others.length > 0 ? undefined : toKnownName(only);
}

function parseLocale(tag: string | null | undefined): Intl.Locale | undefined {
  try {
    return new Intl.Locale((tag ?? '').trim().replaceAll('_', '-'));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
