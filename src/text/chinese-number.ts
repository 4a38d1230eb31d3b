const DIGITS = '零一二三四五六七八九';

/** Parses Chinese numerals from 1 to 99: 三, 两, 十二, 二十, 九十九; undefined for anything else. */
export function parseChineseNumber(numerals: string): number | undefined {
  const found = /^(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u.exec(numerals.replace(/[两兩]/gu, '二'));
  if (found === null || numerals === '') return undefined;
  const [, tens = '', ten, units = ''] = found;
  return (
    (ten === undefined ? 0 : (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10) + Math.max(0, DIGITS.indexOf(units || '零'))
  );
}
