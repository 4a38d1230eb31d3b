const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const PART = '(?:morning|afternoon|evening|night)';
const HOUR = String.raw`(?<![\d:.])\d{1,2}(?:[:.]\d{2})?(?![\d:.])`;
const NUMERAL = '\\d零一二两兩三四五六七八九十';
const CHINESE_PART = '早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚间|晚間';
const TWICE = '8:00 20:00';
/** When a part of the day is, where nobody says it more exactly. */
const WHEN: Readonly<Record<string, string>> = {
  morning: '8:00',
  afternoon: '15:00',
  evening: '20:00',
  night: '22:00',
  早上: '8:00',
  早晨: '8:00',
  清晨: '7:00',
  上午: '9:00',
  中午: '12:00',
  下午: '15:00',
  傍晚: '18:00',
  晚上: '20:00',
  晚间: '20:00',
  晚間: '20:00',
};

/** What is said in words, and as what a clock would show it. The order matters: `half past eight in the evening`. */
const SPOKEN: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/\b(?:twice|two times|2 times|2x) (?:a day|daily)\b/gu, TWICE],
  [
    new RegExp(
      `(?<=\\b(?:at|around|about|past|to|before) )(?:${NUMBERS.join('|')})\\b(?! times)|\\b(?:${NUMBERS.join('|')})(?= ?(?:o['’]? ?clock|[ap]\\.?m\\b|in the ${PART}|at night))`,
      'gu',
    ),
    (word) => String(NUMBERS.indexOf(word) + 1),
  ],
  [/\bhalf past (\d{1,2})\b/gu, '$1:30'],
  [/\b(?:a )?quarter past (\d{1,2})\b/gu, '$1:15'],
  [/\b(?:a )?quarter (?:to|before) (\d{1,2})\b/gu, (_, hour = '') => `${(Number(hour) + 11) % 12 || 12}:45`],
  [
    new RegExp(`(${HOUR})(?: ?o['’]? ?clock)?,? (?:(?:(?:in|on) the|every|each) (${PART})s?|at (night))\\b`, 'gu'),
    ofPart,
  ],
  [
    new RegExp(
      `\\b(?:(?:every|each|in the) )?(${PART})s?,? (?:at |around |@ ?)?(${HOUR})(?: ?o['’]? ?clock)?(?! ?[ap]\\.?m)`,
      'gu',
    ),
    (_, part = '', hour = '') => ofPart('', hour, part),
  ],
  [
    new RegExp(
      `\\b(?:(?:every|each|in the) )?${PART}s?,? (?:at )?(?=${HOUR} ?[ap]\\.?m)|(?<=\\d ?[ap]\\.?m\\.?) (?:every|each|in the|at) ${PART}s?\\b`,
      'gu',
    ),
    '',
  ],
  [new RegExp(`\\b(?:every|each|in the|at) (${PART})\\b|\\b(?:in the )?(${PART})s\\b`, 'gu'), atPart],
  [/[每一1][天日][两兩二2]次$/gu, TWICE],
  [/^(?:(?:每天|每日|天天)的?\s*)+|每(?=[早晚])|[各每]?[一1]次$/gu, ''],
  [/^早中晚$/u, '8:00 12:00 20:00'],
  [/^早晚$/u, TWICE],
  [new RegExp(`早晚(?=[${NUMERAL}])(.+)$`, 'u'), '早上$1 晚上$1'],
  [/^([早晚])$/u, (_, part = '') => WHEN[`${part}上`] ?? ''],
  [new RegExp(`(?:${CHINESE_PART})(?!\\s*[${NUMERAL}])`, 'gu'), (part) => WHEN[part] ?? part],
  [/(?<![\d:])\d{1,2}(?=(?:[、,和與与及跟]\d{1,2})+[点點时時])/gu, '$&点'],
  [new RegExp(`^((?:早上?|晚上?|上午|中午|下午|傍晚)[${NUMERAL}]{1,3})$`, 'u'), '$1点'],
];

/**
 * Times that are said in words as a clock shows them: `8 in the evening` is `8pm`, `half past eight` `8:30`, `every morning`
 * `8:00`, `早晚8点` `早上8点 晚上8点`. The text is in lower case and NFKC; all else in it stays as it is.
 */
export function normalizeTimeWords(text: string): string {
  return SPOKEN.reduce(
    (said, [pattern, clock]) => {
      return typeof clock === 'string' ? said.replace(pattern, clock) : said.replace(pattern, clock);
    },
    text.replaceAll(/\s+/gu, ' '),
  );
}

/** An hour of a part of the day. One past twelve says it by itself. */
function ofPart(...[, hour = '', part, night]: (string | undefined)[]): string {
  const said = part ?? night;
  const number = Number.parseInt(hour, 10);
  if (number === 0 || number > 12) return hour;
  const isEarly = said === 'morning' || (said === 'night' && (number === 12 || number < 5));
  return `${hour}${isEarly ? 'am' : 'pm'}`;
}

function atPart(_: string, one?: string, several?: string): string {
  return WHEN[one ?? several ?? ''] ?? '';
}
