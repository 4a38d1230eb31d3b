import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarize, summarizeArticle } from '../../src/summary/summarize.ts';
import { splitSentences } from '../../src/text/sentences/split-sentences.ts';
import { UNRELATED_SENTENCES as REST } from '../fixtures/unrelated-sentences.ts';

const TITLE = '湖区渡轮公司卖掉全部船只，北岸村民担心冬天断航';
const SCENE = '清晨六点，码头上只有一个穿蓝色大衣的女人，她手里提着一只装满鸡蛋的篮子。';
const POINT = '湖区渡轮公司上周卖掉了全部船只，北岸的村民担心，今年冬天航线会断。';
describe('a choice of the opening or another sentence', () => {
  it('is similar to the title if the opening is not', () => {
    expect(summarize([SCENE, ...REST, POINT], { title: TITLE })).toBe(POINT);
  });

  it('is the opening if that is similar to the title too', () => {
    const opening = '湖区渡轮公司宣布卖掉全部船只，冬天北岸要断航了。';
    expect(summarize([opening, ...REST, POINT], { title: TITLE }).startsWith(opening)).toBe(true);
  });

  it('is the opening if another sentence is only a little closer to the title', () => {
    const opening = '湖区渡轮公司卖掉全部船只，是周一在码头边的会上才说出来的，会开到了半夜。';
    expect(summarize([opening, ...REST, POINT], { title: TITLE }).startsWith(opening)).toBe(true);
  });

  it('contains no anaphoric sentence without its antecedent', () => {
    const leaning = '不过，北岸的村民担心，渡轮公司卖掉全部船只以后，冬天湖区会断航。';
    const summary = summarize([SCENE, ...REST, leaning], { title: TITLE });
    expect(summary).not.toMatch(/^不过/);
  });

  it('is the opening of a section, unless that shares nothing with the heading and another sentence much', () => {
    const sections = (title: string | null) =>
      summarizeArticle([{ title, paragraphs: [SCENE, ...REST.slice(0, 2), POINT] }], { title: TITLE });
    expect(sections(null)).toEqual({ article: POINT, sections: [SCENE] });
    expect(sections('渡轮公司卖掉船只').sections).toEqual([POINT]);
    expect(sections('蓝色大衣').sections).toEqual([SCENE]);
  });

  it('is the standfirst if the page marks one', () => {
    expect(summarize([...REST.slice(0, 1), SCENE, POINT], { title: TITLE, standfirst: SCENE })).toBe(SCENE);
  });

  it('is whole sentences in their order, within the limit', () => {
    const sentences = fc.shuffledSubarray([SCENE, POINT, ...REST], { minLength: 1 });
    fc.assert(
      fc.property(sentences, fc.integer({ min: 60, max: 280 }), (paragraphs, maxGraphemes) => {
        const summary = summarize(paragraphs, { title: TITLE, maxGraphemes });
        const places = splitSentences(summary).map((sentence) => paragraphs.indexOf(sentence));
        expect(places).not.toContain(-1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(summary.length).toBeLessThanOrEqual(maxGraphemes);
      }),
    );
  });
});
