import { parseChineseNumber } from '../text/chinese-number.ts';

const COUNTED = '节|節|章|篇|页|頁|部分';
const NUMBER = new RegExp(`^(?:#|no\\.?\\s*|第)?\\s*(\\d{1,6})\\s*(?:${COUNTED}|[.)])?$`, 'u');
const NUMERALS = new RegExp(
  `^(?:第([一二三四五六七八九十]{1,3})(?:${COUNTED})?|([一二三四五六七八九十]{1,3})(?:${COUNTED}))$`,
  'u',
);

/** A word for a page before its number; Chinese has it behind as well. */
const PAGE = /^(?:pages?|p\.?|页|頁|页码|頁碼)\s*[:：]?\s*(?=\d)/iu;

/** Parses a whole number of an argument, such as a page: also `page 3` and `页3`. */
export function parseInteger(typed: string): number | undefined {
  return parseNumber(typed.normalize('NFKC').trim().replace(PAGE, ''));
}

/** Parses a number as people type it: `3`, `#3`, `３`, `第3节`, `第三节`. */
export function parseNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const digits = NUMBER.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const [, ordinal, counted] = NUMERALS.exec(text) ?? [];
  return parseChineseNumber(ordinal ?? counted ?? '');
}
