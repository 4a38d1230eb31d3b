import { parseChineseNumber } from '../text/chinese-number.ts';
import { normalizeTimeWords } from './normalize-time-words.ts';
import { splitTime } from './time-of-day.ts';

const MAX_CHARS = 200;
const MAX_TIMES = 12;
const INSTANT =
  /^(?:instant(?:ly)?|immediate(?:ly)?|(?:as|as soon as|when|whenever) (?:it|they|articles|there are new (?:ones|articles)) ?(?:comes?|arrives?)?|at once|right away|straight away|in real[- ]?time|real[- ]?time|asap|(?:一有|有|有了)(?:新的|新文章|新闻|新聞|更新)?就(?:发|發|推送|通知)(?:给我|給我)?|第一时间|第一時間|及时|及時|立即|立刻|即时|即時|实时|實時|即刻|随时|隨時|马上|馬上)$/u;
const PART = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上';
const HOUR_SIGN = '[点點时時]';
const EVERY_DAY =
  /^(?:(?:(?:daily|every ?day|each day|at|around|about)(?![a-z])|@|每天|每日|天天|每(?=[早晚])|在|于|於)\s*)+/u;
const SEPARATORS = /(?:[\s,;/&。]|(?<![a-z])and(?![a-z]))+/u;
/** Different spellings, and the one that the rest of this file reads. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])(?:12 ?)?(?:noon|midday)(?![a-z])|正午/gu, '12:00'],
  [/(?<![a-z])(?:12 ?)?midnight(?![a-z])|午夜(?!\s*[\d零一二两兩三四五六七八九十])/gu, '0:00'],
  // Other numbers with a point or without one are versions, years and sums.
  [/(?<![\d:.])([01]?\d|2[0-3])\.(00|15|30|45)(?![\d:.])/gu, '$1:$2'],
  [/(?<![\d:.])(0\d)([0-5]\d)(?![\d:.])/gu, '$1:$2'],
  [/(?<=\d)\s*([ap])\.?m\.?(?![a-z])/gu, '$1m'],
  [/(?<=\d)\s*o['’]?\s?clock(?![a-z])/gu, ':00'],
  [/(?<=[点點])\s*三刻/gu, '45'],
  [/(?<=[点點])\s*一刻/gu, '15'],
  [/(?<=[点點])[钟鐘]/gu, '整'],
  [/^早([\d一二三四五六七八九十]{1,2})晚([\d一二三四五六七八九十]{1,2})$/u, '早上$1点 晚上$2点'],
  [/大?清早|早[间間]/gu, '早上'],
  [/晚[间間]|深夜/gu, '晚上'],
  [/午[后後]/gu, '下午'],
  [/早(?=\s*[\d一二三四五六七八九十])|早晨|今早/gu, '早上'],
  [/(?<!傍)晚(?=\s*[\d一二三四五六七八九十])|[午半]夜|夜里|夜裡|今晚上?/gu, '晚上'],
  [/零(?=[点點])/gu, '0'],
  [/(?<=[点點])零(?=[\d一二三四五六七八九])/gu, ''],
];
const NUMERALS = new RegExp(
  `[一二两兩三四五六七八九十]{1,3}(?=${HOUR_SIGN})|(?<=${HOUR_SIGN})[一二三四五六七八九十]{1,3}(?=分|$|[和与與及跟]|[^\\d一-龥])`,
  'gu',
);
const AFTER_PART = new RegExp(`(?<=${PART})\\s+(?=\\d)`, 'gu');
const BEGINS_WITH_PART = new RegExp(`^(?:${PART})`, 'u');
const APART = new RegExp(`(?<=[点點时時整半分刻\\d])(?=(?:${PART})\\d)`, 'gu');
const TIME_SHAPE = new RegExp(
  `^(?:(?:${PART})?\\d{1,2}:\\d{1,2}(?: ?[ap]m)?|\\d{1,2} ?[ap]m|(?:${PART})?\\d{1,2}${HOUR_SIGN}(?:[半整]|\\d{1,2}分?)?)$|^(?:hourly|(?:every|each) (?:\\d{1,2} |two |three |half )?(?:an )?hours?|每隔?(?:半|\\d{1,2}|[一两兩二三四五六七八九十])?[个個]?(?:小时|小時|钟头|鐘頭))$`,
  'u',
);

/**
 * Parses times of day into at most 12 `HH:MM`, sorted and unique: `8:00`, `8:30 pm 20:30`, `早上8点半`, `noon`, `下午3点和5点`; or
 * into `instant`: `instant`, `立即`, `隨時`. Undefined for anything else.
 */
export function parseTimes(typed: string): readonly string[] | 'instant' | undefined {
  const text = toPlain(typed);
  if (INSTANT.test(text)) return 'instant';
  if (text.length > MAX_CHARS) return undefined;
  const times = text.split(SEPARATORS).filter(Boolean).flatMap(parseGroup);
  const known = times.filter((time) => time !== undefined);
  const unique = [...new Set(known)].toSorted();
  return known.length < times.length || unique.length === 0 || unique.length > MAX_TIMES ? undefined : unique;
}

/** Whether a word can only mean times of day, even invalid ones: `08:61`. */
export function isTimeWord(word: string): boolean {
  return TIME_SHAPE.test(toPlain(word)) || parseTimes(word) !== undefined;
}

function toPlain(typed: string): string {
  const text = typed
    .slice(0, MAX_CHARS + 1)
    .normalize('NFKC')
    .trim()
    .toLowerCase();
  const normalized = normalizeTimeWords(text).replace(EVERY_DAY, '');
  return WORDS.reduce((result, [pattern, plain]) => result.replace(pattern, plain), normalized)
    .replace(NUMERALS, (numerals) => String(parseChineseNumber(numerals) ?? numerals))
    .replace(AFTER_PART, '')
    .replace(APART, ' ');
}

/** In `下午3点和5点` the part of the day applies to all joined times. */
function parseGroup(group: string): (string | undefined)[] {
  let part = '';
  return group.split(/[、和与與及跟]/u).map((word) => {
    const own = BEGINS_WITH_PART.exec(word)?.[0];
    part = own ?? part;
    const isMarked = own !== undefined || /[ap]m$/u.test(word);
    return parseTime(isMarked ? word : `${part}${word}`);
  });
}

function parseTime(word: string): string | undefined {
  // `Every day at twelve at night` is the start of a day, like the hours after it.
  const time = splitTime(word.replace(/^晚上12(?=\D)/u, '凌晨0').replace(/^晚上(?=0?[0-4](?!\d))/u, '凌晨'));
  if (time?.before !== '') return undefined;
  return [time.hour, time.minute].map((number) => String(number).padStart(2, '0')).join(':');
}
