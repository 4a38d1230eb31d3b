import type { Language } from '../ports.ts';

const TRADITIONAL = new Set(['TW', 'HK', 'MO']);

/** The language to speak to someone whose own is this BCP 47 tag; English where it is unknown. Never throws. */
export function chooseLanguage(tag: string | null | undefined): Language {
  const locale = parseLocale(tag);
  if (locale?.language !== 'zh' && locale?.language !== 'yue') return 'en';
  if (locale.script === 'Hant') return 'zh-TW';
  if (locale.script === 'Hans') return 'zh-CN';
  const region = locale.region ?? (locale.language === 'yue' ? 'HK' : 'CN');
  return TRADITIONAL.has(region) ? 'zh-TW' : 'zh-CN';
}

/** Reads a tag as browsers and POSIX environments write it (`zh_TW.UTF-8` too). */
function parseLocale(tag: string | null | undefined): Intl.Locale | undefined {
  const plain = (tag ?? '')
    .trim()
    .replace(/[.@].*$/u, '')
    .replaceAll('_', '-');
  try {
    return new Intl.Locale(plain);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
