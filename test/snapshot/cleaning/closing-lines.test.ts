import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../fixtures/outline.ts';
import { read } from '../../fixtures/snapshot.ts';

const FIRST = '渡轮星期一在港口沉没，船上的四十名乘客都上了岸。';

describe('the last paragraph', () => {
  it.each([
    '翻译：陈渡',
    '译者/陈渡',
    '翻译：海港时报中文网',
    'Translated by Anna Lehmann',
    'Traduit de l’anglais par Anne Leroy',
    'Übersetzung: Anna Lehmann',
    '<a href="https://example.org/en/1">点击查看本文英文版。</a>',
    '<a href="https://example.org/en/1">Read this article in English</a>',
    'Read this post in <a href="https://example.org/es/1">Español</a>, <a href="https://example.org/fr/1">Français</a>',
    '(إعداد سالم أحمد للنشرة العربية - تحرير علي حسن)',
    '阅读中文版',
    '<a href="https://example.org/es/1">Leer en español</a>',
    '翻译：陈渡<br><a href="https://example.org/en/1">点击查看本文英文版。</a>',
  ])('ends before who translated it and another language: %s', (lines) => {
    const article = read(`<p>${FIRST}</p><p>林晚是本报记者。<br>${lines}</p>`);
    expect(outlineOf(article)).toEqual([FIRST, '林晚是本报记者。']);
    expect(article.authors).toEqual([]);
    expect(outlineOf(read(`<p>${FIRST}</p><p>${lines}</p>`))).toEqual([FIRST]);
  });

  it('names its authors in a line below a break', () => {
    const article = read(`<p>${FIRST}</p><p>船员平安。<br>记者：林晚 责编：陈渡</p>`);
    expect(outlineOf(article)).toEqual([FIRST, '船员平安。']);
    expect(article.authors).toEqual(['林晚']);
  });

  it('names the writer above the translator and another language', () => {
    const lines = ['文 | 林晚', '翻译 | 陈渡', '编辑 | 王海', '点击阅读英文原文'].map((line) => `<p>${line}</p>`);
    const article = read(`<p>${FIRST}</p>${lines.join('')}`);
    expect(outlineOf(article)).toEqual([FIRST]);
    expect(article.authors).toEqual(['林晚']);
  });

  it.each(['(完)', '（完）', ' ■', '（译者：林晚/核稿：陈渡）', '（編輯：林晚）1100503', '（译者：林晚）（完）'])(
    'ends with its sentence, without %s',
    (mark) => {
      expect(outlineOf(read(`<p>${FIRST}</p><p>船员平安。${mark}</p>`))).toEqual([FIRST, '船员平安。']);
    },
  );

  it.each([
    '“演出（完）”',
    'See in Paris',
    '他查看了英文',
    '船修了一半（未完）',
    '他读完了《海》的第一章\n翻译是一门手艺，他说。',
  ])('keeps %s', (text) => {
    expect(outlineOf(read(`<p>${FIRST}</p><p>${text.replace('\n', '<br>')}</p>`))).toEqual([FIRST, text]);
  });
});
