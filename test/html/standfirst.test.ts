import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/article.ts';
import { findStandfirst, standfirstOf } from '../../src/html/standfirst.ts';
import { parseHtml } from '../../src/html/tree/parse-html.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { UNRELATED_SENTENCES } from '../fixtures/unrelated-sentences.ts';

const INTRO = '湖区北岸的观鸟步道修了两年，四月一日起可以上去看鸟。';
const TEXT = '附近的村民说，他们等这一天等了很久，去年冬天还有人从冰上走过去。';

function paragraph(text: string, strong = false): Block {
  return { kind: 'paragraph', spans: [strong ? { text, strong } : { text }] };
}

describe('a standfirst by class name', () => {
  it.each(['story-body__introduction', 'intro', 'article__intro', 'lead standfirst', 't-content__chapo', 'story-lead'])(
    'is found by its class: %s',
    (name) => {
      expect(findStandfirst(parseHtml(`<div><p class="${name}"> ${INTRO}\n</p><p>${TEXT}</p></div>`))).toBe(INTRO);
    },
  );

  it.each(['introvert', 'lead', 'media-landscape full-width lead', 'intro-video-player', 'maintro'])(
    'is not what only sounds like it: %s',
    (name) => {
      expect(findStandfirst(parseHtml(`<p class="${name}">${INTRO}</p>`))).toBeNull();
    },
  );

  it('has a minimum length', () => {
    expect(findStandfirst(parseHtml('<p class="intro">新闻</p>'))).toBeNull();
  });
});

describe('the standfirst of an article', () => {
  it('is its first paragraph if that has the class name', () => {
    expect(standfirstOf([paragraph(INTRO), paragraph(TEXT)], ` ${INTRO} `)).toBe(INTRO);
    expect(standfirstOf([paragraph(TEXT), paragraph(INTRO)], INTRO)).toBeNull();
  });

  it('is its first paragraph if only that is bold', () => {
    expect(standfirstOf([paragraph(INTRO, true), paragraph(TEXT)], null)).toBe(INTRO);
    expect(standfirstOf([paragraph(INTRO, true), paragraph(TEXT, true)], null)).toBeNull();
    expect(standfirstOf([paragraph(INTRO, true)], null)).toBeNull();
    expect(standfirstOf([], null)).toBeNull();
  });
});

describe('a summary with a standfirst', () => {
  const title = '北岸村民盼了两年的步道重新开放，管理处换过全部木板';
  const point = '管理处换过步道的木板，盼了两年的村民放鞭炮，又请大家吃饭喝酒到天亮才回去。';

  function summaryOf(first: string, head = ''): string {
    const rest = UNRELATED_SENTENCES.map((text) => `<p>${text}</p>`);
    const body = `${head}<div>${first}${rest.join('')}<p>${point}</p></div>`;
    const read = parseSnapshot(Buffer.from(`[${title}](https://lakes.example/path)\n------\n\n${body}\n`));
    if (!read.ok) throw new Error(read.error.message);
    return read.article.summary;
  }

  it('prefers it to a sentence that is somewhat closer to the title', () => {
    expect(summaryOf(`<p>${INTRO}</p>`)).not.toMatch(new RegExp(`^${INTRO}`));
    expect(summaryOf(`<p class="intro">${INTRO}</p>`)).toMatch(new RegExp(`^${INTRO}`));
    expect(summaryOf(`<p><b>${INTRO}</b></p>`)).toMatch(new RegExp(`^${INTRO}`));
  });

  it('prefers the one that a capture declares, also to what has the class name', () => {
    const declared = `<head><meta name="gazette:standfirst" content=" ${INTRO}"></head>`;
    expect(summaryOf('', declared)).toMatch(new RegExp(`^${INTRO}`));
    expect(summaryOf(`<p class="intro">${TEXT}</p>`, declared)).toMatch(new RegExp(`^${INTRO}`));
  });

  it('prefers it in other scripts as well', () => {
    const intro = 'After two winters of work there are new boards on the path, and birds to be seen from it.';
    const scene = 'An old man in a green coat counts swans from the pier every morning before breakfast.';
    const close = 'The lake authority said on Monday that it would stay open until late in the autumn.';
    const paragraphs = [intro, scene, close];
    const english = 'Lake authority reopens bird path on Monday';
    expect(summarize(paragraphs, { title: english })).toContain(close);
    expect(summarize(paragraphs, { title: english, standfirst: intro })).toBe(intro);
  });
});
