/** The languages the bot speaks. */
export type Language = 'en' | 'zh-CN' | 'zh-TW';

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

/** The languages, in the order in which they are offered. */
export const languages: readonly Language[] = ['en', 'zh-CN', 'zh-TW'];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

const NAMED: readonly (readonly [RegExp, Language])[] = [
  [/^(?:en(?:glish)?(?:-\w+)?|英文|英语|英語)$/iu, 'en'],
  [/^(?:zh(?:-(?:hans|cn|sg))?(?:-cn)?|(?:simplified )?chinese|中文|汉语|漢語|[简簡][体體](?:中文|字)?)$/iu, 'zh-CN'],
  [/^(?:zh-(?:hant|tw|hk|mo)(?:-\w+)?|traditional chinese|[繁正][体體](?:中文|字)?)$/iu, 'zh-TW'],
];

/** The language that someone names, in any of them; undefined for one that the bot does not speak. */
export function parseLanguage(typed: string): Language | undefined {
  const name = typed.normalize('NFKC').trim().replaceAll('_', '-');
  return NAMED.find(([pattern]) => pattern.test(name))?.[1];
}
