import { describe, expect, it } from 'vitest';
import { parseInteger, parseNumber } from '../../src/arguments/parse-number.ts';

describe('a number', () => {
  it.each([
    ['3', 3],
    ['#3', 3],
    ['３', 3],
    ['3.', 3],
    ['第3节', 3],
    ['第 3 節', 3],
    ['第三节', 3],
    ['十二章', 12],
    ['第二十一', 21],
    ['20211', 20211],
    ['No. 3', 3],
    ['0', 0],
    ['第三个', 3],
    ['第二則', 2],
    ['the second one', 2],
    ['the third', 3],
    ['First article', 1],
    ['la segunda', 2],
    ['der dritte Artikel', 3],
    ['두 번째', 2],
    ['3番目', 3],
    ['la primavera', undefined],
    ['first', undefined],
    ['the first steps', undefined],
    ['-1', undefined],
    ['3.5', undefined],
    ['three', undefined],
    ['三', undefined],
    ['第节', undefined],
    ['一个人的节', undefined],
    ['12345678', undefined],
    ['', undefined],
  ])('%j is %s', (typed, number) => {
    expect(parseNumber(typed)).toBe(number);
  });
});

describe('a number of an argument', () => {
  it.each([
    ['page 3', 3],
    ['Page: 3', 3],
    ['p.3', 3],
    ['页3', 3],
    ['第３頁', 3],
    ['3', 3],
    ['page', undefined],
    ['page three', undefined],
  ])('%j is %s', (typed, number) => {
    expect(parseInteger(typed)).toBe(number);
  });
});
