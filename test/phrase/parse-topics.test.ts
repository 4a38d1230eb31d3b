import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTopics, toTopicsText } from '../../src/phrase/parse-topics.ts';

describe('topics', () => {
  it('are those in the first thousand characters', () => {
    expect(parseTopics(`ships ${', '.repeat(500)}boats`).topics).toEqual(['ships']);
  });

  it.each<[string, string[], string[]]>([
    ['taiwan -sport', ['taiwan'], ['sport']],
    ['taiwan, ferry；茶', ['taiwan', 'ferry', '茶'], []],
    ['not sport', [], ['sport']],
    ["l'économie, sauf l'Ukraine", ['économie'], ['Ukraine']],
    ['taiwan without sport except football', ['taiwan'], ['sport', 'football']],
    ['除了体育', [], ['体育']],
    ['除了体育以外', [], ['体育']],
    ['不要 体育 娱乐，台湾', [], ['体育', '娱乐', '台湾']],
    ['－体育 −娱乐', [], ['体育', '娱乐']],
    ['"night bus" -"football club"', ['night bus'], ['football club']],
    ['“night bus” 「台灣 海峽」', ['night bus', '台灣 海峽'], []],
    ['-sport,football', [], ['sport', 'football']],
    ['台湾，不要体育', ['台湾'], ['体育']],
    ['台湾、-体育，娱乐', ['台湾'], ['体育', '娱乐']],
    ['taiwan,not sport', ['taiwan'], ['sport']],
    ['＃台湾，＃香港', ['台湾', '香港'], []],
    ['taiwan and ferry', ['taiwan', 'ferry'], []],
    ['Taiwan taiwan', ['Taiwan'], []],
    ['covid-19 e-mail', ['covid-19', 'e-mail'], []],
    ['nothing', ['nothing'], []],
    ['#taiwan #台湾 #香港# -#sport', ['taiwan', '台湾', '香港'], ['sport']],
    ['news about taiwan', ['taiwan'], []],
    ['请给我关于台湾的新闻', ['台湾'], []],
    ['台湾和香港', ['台湾', '香港'], []],
    ['和平 共和国', ['和平', '共和国'], []],
    ['without sport and politics or crime', [], ['sport', 'politics', 'crime']],
    ['no sport, politics', [], ['sport', 'politics']],
    ['taiwan not sport ferry', ['taiwan', 'ferry'], ['sport']],
    ['-sport and ferry', ['ferry'], ['sport']],
    ['除了 体育 和 娱乐', [], ['体育', '娱乐']],
    ['除了体育和娱乐以外', [], ['体育', '娱乐']],
    ['everything but not sport', [], ['sport']],
    ['"news" "和"', ['news', '和'], []],
    ['假新闻', ['假新闻'], []],
    ['', [], []],
    ['-', ['-'], []],
  ])('%s', (typed, topics, without) => {
    expect(parseTopics(typed)).toEqual({ topics, without });
  });

  it('parse to the same again after formatting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const topics = parseTopics(typed);
        expect(parseTopics(toTopicsText(topics))).toEqual(topics);
      }),
      { numRuns: 2000 },
    );
  });
});
