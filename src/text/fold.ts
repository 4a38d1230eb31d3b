import { Converter } from 'opencc-js/t2cn';

/**
 * Letters of these scripts are found with or without their marks: é and e, أ and ا. Others (й, が) are letters of their
 * own. U+0640 stretches Arabic words and is no letter; Unicode counts it to no script.
 */
const MARKED = /[[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\u0640]--[\0-\x7f]]\p{M}*|[a-z]\p{M}+/gv;
const MARKS = /\p{M}+/gu;

/** Latin letters that Unicode does not take apart, and what people type for them. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ـ: '',
};

/**
 * One spelling for all that a reader would call the same word: compatibility forms, case, the marks of Latin, Greek,
 * Arabic and Hebrew letters, traditional and simplified characters. Linear; the result is for comparing, not for showing.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(MARKED, unmark);
  const { pattern, simplified } = simplification();
  return plain.replace(pattern, (character) => simplified.get(character) ?? character);
}

function unmark(letter: string): string {
  const bare = letter.normalize('NFD').replace(MARKS, '');
  return SPELLED[bare] ?? bare;
}

let known: { pattern: RegExp; simplified: ReadonlyMap<string, string> } | undefined;

/**
 * Character by character, so that a character folds alike wherever it stands: OpenCC by itself looks at the phrase around
 * it, and then a query would miss the same characters in another phrase.
 */
function simplification() {
  known ??= readSimplification();
  return known;
}

function readSimplification() {
  const convert = Converter({ from: 't', to: 'cn' });
  const simplified = new Map<string, string>();
  for (const [first, last] of [
    [0x3400, 0x9fff],
    [0xf900, 0xfaff],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCharCode(code);
      // Of 薴, 苧 and 苎, each is the simplified form of the one before.
      const simple = convert(convert(character));
      if (simple !== character) simplified.set(character, simple);
    }
  }
  return { pattern: new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu'), simplified };
}
