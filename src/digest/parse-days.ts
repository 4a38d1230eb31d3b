const MAX_CHARS = 200;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:daily|all|every ?day|all days|[每天]天|每日)$/u, EVERY_DAY],
  [/^(?:week ?days?|work(?:ing)? ?days?|business ?days?|工作日|平日|上班日)$/u, [1, 2, 3, 4, 5]],
  [/^(?:week ?ends?|[周週]末|[双雙]休日?|假日)$/u, [6, 7]],
];
const ENGLISH = /^(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?$/u;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK = '(?:[周週]|[个個]?(?:星期|礼拜|禮拜))';
const DAY = '[一二三四五六日天1-7]';
const CHINESE = new RegExp(`^${WEEK}${DAY}(?:-?${WEEK}?${DAY})*$`, 'u');
const CHINESE_DAYS = new RegExp(`(${DAY})(?:-${WEEK}?(${DAY}))?`, 'gu');
const BETWEEN_NUMERALS = new RegExp(`(?<=${DAY})\\s*[、,和及与與跟]\\s*(?=${DAY})`, 'gu');
const UP_TO = /\s*(?:[-–—~至到]|(?<![a-z])(?:to|through|thru|till|until)(?![a-z]))\s*/gu;
const SEPARATORS = /(?:[\s,、;/&和与與及跟]|(?<![a-z])and(?![a-z]))+/u;

/**
 * The days of the week in what someone typed, 1 for Monday to 7 for Sunday, sorted, each once: `weekdays`, `every day`,
 * `mon wed fri`, `fri-mon`, `工作日`, `周一三五`, `星期一到星期五`, `禮拜六`. Undefined for anything else.
 */
export function parseDays(typed: string): readonly number[] | undefined {
  const text = toPlain(typed);
  if (text.length > MAX_CHARS) return undefined;
  const whole = parseGroup(text);
  if (whole !== undefined) return whole;
  const words = text.split(SEPARATORS).filter(Boolean).map(parseWord);
  const days = words.flatMap((found) => found ?? []);
  if (words.length === 0 || words.includes(undefined)) return undefined;
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** Whether a typed word could only be meant as days of the week. */
export function isDaysWord(word: string): boolean {
  return parseDays(word) !== undefined;
}

function toPlain(typed: string): string {
  return typed
    .slice(0, MAX_CHARS + 1)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:(?:on|only|each|every)(?![a-z])(?! ?day)|每逢|逢|[每只][个個]?(?=[周週星礼禮工平上假双雙]))\s*/u, '')
    .replace(UP_TO, '-')
    .replace(BETWEEN_NUMERALS, '');
}

function parseGroup(text: string): readonly number[] | undefined {
  return GROUPS.find(([pattern]) => pattern.test(text))?.[1];
}

function parseWord(word: string): readonly number[] | undefined {
  if (CHINESE.test(word)) return parseChinese(word);
  const [first, last, ...others] = word.split('-');
  const [begin, end] = [parseName(first), parseName(last ?? first)];
  return begin && end && others.length === 0 ? daysBetween(begin, end) : parseGroup(word);
}

function parseChinese(word: string): readonly number[] {
  return [...word.matchAll(CHINESE_DAYS)].flatMap(([, first = '', last = first]) =>
    daysBetween(toNumber(first), toNumber(last)),
  );
}

function toNumber(numeral: string): number {
  return '一二三四五六日'.indexOf(numeral.replace('天', '日')) + 1 || Number(numeral);
}

function parseName(word: string | undefined): number | undefined {
  const name = ENGLISH.exec(word ?? '')?.[1]?.slice(0, 3);
  return name === undefined ? undefined : NAMES.indexOf(name) + 1;
}

/** Past the week's end too: from Friday to Monday are four days. */
function daysBetween(first: number, last: number): readonly number[] {
  return EVERY_DAY.filter((day) => (day - first + 7) % 7 <= (last - first + 7) % 7);
}
