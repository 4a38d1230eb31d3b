/** The letters beyond a to z that each language in Latin script uses; a language without an entry may use any. */
const ALPHABETS: Readonly<Record<string, string>> = {
  en: '',
  es: 'áéíóúüñ',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüß',
  it: 'àèéìíîòóùú',
  pt: 'áâãàçéêíóôõúü',
  nl: 'áéëïóöüè',
  af: 'áéèêëíîïôöúûŉ',
  sv: 'åäöé',
  da: 'æøåé',
  no: 'æøåéòôóê',
  is: 'áæéíðóþúýö',
  fi: 'äöåšž',
  et: 'õäöüšž',
  lv: 'āčēģīķļņšūž',
  lt: 'ąčęėįšųūž',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîșțşţ',
  hr: 'čćđšž',
  'sr-Latn': 'čćđšž',
  sl: 'čšž',
  sq: 'çë',
  tr: 'çğıöşüâîû',
  az: 'çəğıöşü',
  uz: '',
  vi: 'ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
  id: 'é',
  ms: 'é',
  fil: 'ñ',
  sw: '',
  so: '',
  om: '',
  rw: '',
  ha: 'ɓɗƙƴ',
  cy: 'âêîôûŵŷäëïöáéò',
  gd: 'àèìòùéó',
  ga: 'áéíóú',
  ca: 'àçèéíïòóúü',
  gl: 'áéíóúñüï',
  eu: 'ñçü',
};
/** Foreign names bring in a few letters of other alphabets. */
const MIN_FOREIGN_LETTERS = 2;
const MAX_FOREIGN_SHARE = 0.006;
const SPECIAL = /[\u00df-\u024f\u0253-\u0272\u1e00-\u1eff]/gu;

const sets = new Map(Object.entries(ALPHABETS).map(([language, letters]) => [language, new Set(letters)]));

/** Letters beyond a to z in a text in lower case, with their counts. */
export interface SpecialLetters {
  counts: ReadonlyMap<string, number>;
  /** All letters of the text. */
  letters: number;
}

/** Counts the letters of a text in lower case, composed (NFC). */
export function countSpecialLetters(text: string): SpecialLetters {
  const counts = new Map<string, number>();
  for (const letter of text.match(SPECIAL) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return { counts, letters: text.match(/\p{L}/gu)?.length ?? 0 };
}

/** Letters that no text of this many letters lacks in a language. */
const EXPECTED: Readonly<Record<string, RegExp>> = { pt: /[ãõç]/u, az: /ə/u, vi: /[đơưạảấầếệ]/u };
const MIN_EXPECTING_LETTERS = 150;

function lacksExpected(language: string, { counts, letters }: SpecialLetters): boolean {
  const expected = EXPECTED[language];
  if (expected === undefined || letters < MIN_EXPECTING_LETTERS) return false;
  for (const letter of counts.keys()) if (expected.test(letter)) return false;
  return true;
}

/** Whether a text may be in a language: it has hardly any letters that the language does not use. */
export function fitsAlphabet(language: string, special: SpecialLetters): boolean {
  if (lacksExpected(language, special)) return false;
  const foreign = countForeignLetters(language, special);
  return foreign < MIN_FOREIGN_LETTERS || foreign <= special.letters * MAX_FOREIGN_SHARE;
}

/** How many letters of a text are not in the alphabet of a language. */
export function countForeignLetters(language: string, { counts }: SpecialLetters): number {
  const alphabet = sets.get(language);
  let foreign = 0;
  if (alphabet !== undefined) for (const [letter, count] of counts) if (!alphabet.has(letter)) foreign += count;
  return foreign;
}

/** Letters that are frequent in a language and rare in all others of Latin script, and the least share that shows it. */
const OWN_LETTERS: readonly { language: string; letters: RegExp; share: number }[] = [
  { language: 'vi', letters: /[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u, share: 0.05 },
  { language: 'az', letters: /ə/u, share: 0.02 },
  { language: 'tr', letters: /[ığ]/u, share: 0.02 },
  { language: 'lt', letters: /[ėįų]/u, share: 0.02 },
  { language: 'lv', letters: /[āēģķļņ]/u, share: 0.03 },
  { language: 'pl', letters: /[ąęłśż]/u, share: 0.025 },
  { language: 'hu', letters: /[őű]/u, share: 0.008 },
  { language: 'cs', letters: /[ěřů]/u, share: 0.012 },
  { language: 'is', letters: /[þð]/u, share: 0.02 },
];

/** The language whose own letters a text has; undefined if it has too few of them, or those of another too. */
export function languageOfLetters(special: SpecialLetters): string | undefined {
  const found = OWN_LETTERS.filter(({ language, letters, share }) => {
    let own = 0;
    for (const [letter, count] of special.counts) if (letters.test(letter)) own += count;
    return own >= 3 && own >= special.letters * share && fitsAlphabet(language, special);
  });
  return found.length === 1 ? found[0]?.language : undefined;
}
