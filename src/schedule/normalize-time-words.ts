const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const PART = '(?:morning|afternoon|evening|night)';
const HOUR = String.raw`(?<![\d:.])\d{1,2}(?:[:.]\d{2})?(?![\d:.])`;
const NUMERAL = '\\d零一二两兩三四五六七八九十';
const CHINESE_PART = '早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚间|晚間';
const TWICE = '8:00 20:00';
/** The default time for each part of the day. */
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

/** Phrases and their clock time. The order matters: `half past eight in the evening`. */
const PHRASES: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
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
 * Replaces times in words by clock times: `8 in the evening` by `8pm`, `half past eight` by `8:30`, `every morning` by `8:00`,
 * `早晚8点` by `早上8点 晚上8点`. The text must be in lower case and NFKC.
 */
export function normalizeTimeWords(text: string): string {
  return PHRASES.reduce(
    (result, [pattern, clock]) => {
      return typeof clock === 'string' ? result.replace(pattern, clock) : result.replace(pattern, clock);
    },
    text.replaceAll(/\s+/gu, ' '),
  );
}

/** Adds am or pm to an hour. An hour after twelve needs none. */
function ofPart(...[, hour = '', part, night]: (string | undefined)[]): string {
  const partOfDay = part ?? night;
  const number = Number.parseInt(hour, 10);
  if (number === 0 || number > 12) return hour;
  const isEarly = partOfDay === 'morning' || (partOfDay === 'night' && (number === 12 || number < 5));
  return `${hour}${isEarly ? 'am' : 'pm'}`;
}

function atPart(_: string, one?: string, several?: string): string {
  return WHEN[one ?? several ?? ''] ?? '';
}
