import { parseChineseNumber } from '../text/chinese-number.ts';
import { pattern } from '../text/pattern.ts';

const COUNTED = '节|節|章|篇|页|頁|部分|个|個|则|則|条|條|项|項|张|張|份|番目|번째?';
const NUMBER = new RegExp(`^(?:#|(?:no\\.?|number)\\s*|第)?\\s*(\\d{1,6})\\s*(?:${COUNTED}|[.)])?$`, 'u');
const NUMERALS = new RegExp(
  `^(?:第([一二三四五六七八九十]{1,3})(?:${COUNTED})?|([一二三四五六七八九十]{1,3})(?:${COUNTED}))$`,
  'u',
);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
/** The first ordinals in other languages. */
const ORDINALS_ELSEWHERE = [
  'premier première erste ersten erster erstes primero primera primer primeiro primeira primo первый первую первая перший першу 첫번째 첫째 最初',
  'deuxième zweite zweiten zweiter zweites segundo segunda secondo seconda второй вторую вторая другий другу 두번째 둘째',
  'troisième dritte dritten dritter drittes tercero tercera tercer terceiro terceira terzo terza третий третью третья третій третю 세번째 셋째',
];
/** Around them: `il primo articolo`, `첫 번째 기사`. */
const AROUND =
  /^(?:il|lo|la|el|le|l[’']|o|a|der|die|das|den)\s+(?=\p{L})|\s*(?:articolo|artikel|art[ií]culo|article|artigo|стать[юя]|статтю|の?記事|기사|글)$|(?<=^[첫두세]) (?=번째)/gu;
const THING = 'one|article|story|section|part|chapter|page|subscription|digest';
/** A word alone may be part of a name: `first steps`. */
const ORDINAL = new RegExp(`^(?:the (\\p{L}+)(?: (?:${THING}))?|(\\p{L}+) (?:${THING}))$`, 'u');
const LAST =
  /^(?:(?:the )?last(?: (?:one|article|story|section|part|chapter|subscription))?|最[后後](?:(?:一|那)?[篇条條则則节節章个個]|一?部分)?)$/iu;
const POLITE = pattern('giu')`
  ^(?:请|請)(?![问問])
  |(?:^|[\s,]+)(?:
    please|pls|plz|thanks|thank you|thx|ta|lol|btw|mate|bro|bitte|danke|svp|s[’']il (?:te|vous) pla[iî]t|merci|por favor|gracias
    |dong|ya kak|obrigad[oa]|per favore|grazie|пожалуйста|спасибо|будь ласка|дякую|lütfen|من فضلك
  )$
  |\s*(?:吧|谢谢|謝謝|唔該|嗎|吗|お願いします|ください)$
`;

/** A word for a page before its number; Chinese has it behind as well. */
const PAGE = /^(?:pages?|p\.?|页|頁|页码|頁碼)\s*[:：]?\s*(?=\d)/iu;

/** Parses a whole number of an argument, such as a page: also `page 3` and `页3`. */
export function parseInteger(typed: string): number | undefined {
  return parseNumber(typed.normalize('NFKC').trim().replace(PAGE, ''));
}

/** Whether typed text means the last of what was shown: `the last one`, `最后一篇`. */
export function isLast(typed: string): boolean {
  return LAST.test(typed.trim());
}

/** Typed text without words that are only polite. */
export function withoutPoliteness(typed: string): string {
  return typed.trim().replaceAll(POLITE, '').trim();
}

/** Parses a number as people type it: `3`, `#3`, `３`, `第3节`, `第三节`, `the third one`. */
export function parseNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const [, the = '', one = the] = ORDINAL.exec(text) ?? [];
  if (ORDINALS.includes(one)) return ORDINALS.indexOf(one) + 1;
  const plain = text.replaceAll(AROUND, '');
  const elsewhere = ORDINALS_ELSEWHERE.findIndex((names) => names.split(' ').includes(plain));
  if (elsewhere >= 0) return elsewhere + 1;
  const digits = NUMBER.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const [, ordinal, counted] = NUMERALS.exec(text) ?? [];
  return parseChineseNumber(ordinal ?? counted ?? '');
}
