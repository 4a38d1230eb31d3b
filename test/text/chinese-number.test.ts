import { describe, expect, it } from 'vitest';
import { parseChineseNumber } from '../../src/text/chinese-number.ts';

describe('a Chinese number', () => {
  it.each([
    ['一', 1],
    ['两', 2],
    ['兩', 2],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['九十九', 99],
    ['', undefined],
    ['零', undefined],
    ['十十', undefined],
    ['一十', undefined],
    ['二三', undefined],
    ['百', undefined],
    ['3', undefined],
  ])('%j is %s', (numerals, number) => {
    expect(parseChineseNumber(numerals)).toBe(number);
  });
});
