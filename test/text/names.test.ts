import { describe, expect, it } from 'vitest';
import { namesFrom, readByline } from '../../src/text/bylines.ts';
import { isName } from '../../src/text/names.ts';

describe('a name', () => {
  it.each([
    'Ann Lee',
    '林晚',
    'Jean-Luc O’Neil',
    '홍길동',
    'AFP',
    'dpa',
    'ssi',
    'Анна Ли',
    'بوسف المرزوقي',
    '码头水鬼2',
  ])('is %s', (text) => {
    expect(isName(text)).toBe(true);
  });

  it.each([
    'December 14',
    '2020 11:31 PM',
    'May',
    'Friday',
    '4 min read',
    'Science editor',
    'Staff writer',
    'Senior  staff\u00A0 writer',
    'Updated',
    'před 2 hodinami',
    'Foto: REUTERS',
    'Facebook',
    'ann@example.org',
    'but with some wiggle room',
    'and',
    '记者',
    '',
  ])('is not %j', (text) => {
    expect(isName(text)).toBe(false);
  });
});

describe('a list of names', () => {
  it.each([
    ['Ann Lee, London', ['Ann Lee']],
    ['Ann Lee and AFP', ['Ann Lee', 'AFP']],
    ['Ann Lee, December 14, 2020', ['Ann Lee']],
    ['Ann Lee and Tom Ray in Oslo', ['Ann Lee', 'Tom Ray']],
    ['林晚 陈渡 何舟', ['林晚', '陈渡', '何舟']],
    ['Posted by Ann Lee', ['Ann Lee']],
    ['4 min read', []],
  ])('has no places and dates: %s', (text, names) => {
    expect(namesFrom(text)).toEqual(names);
  });
});

describe('conventions of bylines', () => {
  it.each([
    ['Posted by Ann Lee', ['Ann Lee']],
    ['Written by Ann Lee and Tom Ray', ['Ann Lee', 'Tom Ray']],
    ['Author, Ann Lee', ['Ann Lee']],
    ['Texto: Ana Lima', ['Ana Lima']],
    ['Tekst: Anna Kowalska', ['Anna Kowalska']],
    ['Автор — Анна Ли', ['Анна Ли']],
    ['Av Nina Berg', ['Nina Berg']],
    ['文／林晚', ['林晚']],
    ['文｜林晚', ['林晚']],
    ['采写／林晚 陈渡', ['林晚', '陈渡']],
    ['（记者：林晚）', ['林晚']],
    ['记者：林晚、周远 责编：陈渡', ['林晚', '周远']],
    ['作者：林晚 来源：海城杂志', ['林晚']],
    ['記者＝山田太郎', ['山田太郎']],
    ['山田太郎記者', ['山田太郎']],
    ['文・山田太郎', ['山田太郎']],
    ['홍길동 기자', ['홍길동']],
    ['홍길동·김철수 기자 hong@example.org', ['홍길동', '김철수']],
    ['글 | 홍길동', ['홍길동']],
  ])('are read: %s', (line, names) => {
    expect(readByline(line)).toEqual(names);
  });
});
