import { Converter } from 'opencc-js/t2cn';

/**
 * Letters of these scripts lose their diacritics: é and e, أ and ا are equal. In other scripts (й, が) they are separate
 * letters. U+0640, the Arabic tatweel, is no letter and belongs to no script.
 */
const LETTER_WITH_MARKS = /[[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\u0640]--[\0-\x7f]]\p{M}*|[a-z]\p{M}+/gv;
const MARKS = /\p{M}+/gu;

/** Letters that Unicode does not decompose, and what people type for them. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
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

/** In place of a folded unit: what it becomes is not one unit, or depends on the units beside it. */
const COMPLEX = 0xffff;
/** The folded form of each UTF-16 unit, as far as it has occurred; 0 is unknown. */
const foldedUnits = new Uint16Array(0x1_0000);
/** What composes with the unit before it: marks and Hangul jamo. */
const COMPOSES = /[\p{M}\p{Cs}\u1100-\u11ff]/u;
/** The arguments of one call. */
const MAX_ARGUMENTS = 4096;

/**
 * Folds a text for comparison and search, not for display: compatibility forms, case, diacritics of Latin, Greek, Arabic
 * and Hebrew letters, and traditional to simplified characters. Linear in the text.
 */
export function fold(text: string): string {
  let isChanged = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const folded = foldedUnits[code] || foldUnit(code);
    if (folded === COMPLEX) return foldLines(text);
    if (folded !== code) isChanged = true;
  }
  return isChanged ? mapUnits(text) : text;
}

function foldUnit(code: number): number {
  const unit = String.fromCharCode(code);
  const folded = foldText(unit);
  const isComplex = folded.length !== 1 || COMPOSES.test(unit) || COMPOSES.test(unit.normalize('NFKC'));
  foldedUnits[code] = isComplex ? COMPLEX : folded.charCodeAt(0);
  return foldedUnits[code];
}

/** Nothing composes with a line break, so lines can be folded one by one. */
function foldLines(text: string): string {
  return text.includes('\n') ? text.split('\n').map(fold).join('\n') : foldText(text);
}

function mapUnits(text: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; from += MAX_ARGUMENTS) {
    const units = new Uint16Array(Math.min(MAX_ARGUMENTS, text.length - from));
    for (let at = 0; at < units.length; at += 1) units[at] = foldedUnits[text.charCodeAt(from + at)] ?? 0;
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(LETTER_WITH_MARKS, removeMarks);
  const { pattern, simplified } = simplification();
  return plain.replace(pattern, (character) => simplified.get(character) ?? character);
}

function removeMarks(letter: string): string {
  const bare = letter.normalize('NFD').replace(MARKS, '');
  return REPLACEMENTS[bare] ?? bare;
}

let cached: { pattern: RegExp; simplified: ReadonlyMap<string, string> } | undefined;

/** Maps single characters: OpenCC also considers the phrase, and then a query would miss a character in another phrase. */
function simplification() {
  cached ??= readSimplification();
  return cached;
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
      // Twice, because 苧, the simplified form of 薴, has the simplified form 苎.
      const simple = convert(convert(character));
      if (simple !== character) simplified.set(character, simple);
    }
  }
  return { pattern: new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu'), simplified };
}
