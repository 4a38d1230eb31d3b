import { describe, expect, it } from 'vitest';
import { withoutSiteSuffix } from '../../../src/snapshot/header/site-suffix.ts';
import { read } from '../../fixtures/snapshot.ts';

const TEXT = '<p>The ferry stopped on Monday.</p>';

describe('the name of a site at the end of a title', () => {
  it.each([
    ['Ferry stops on Monday - Harbour Post', 'Ferry stops on Monday'],
    ['Ferry stops on Monday | Harbour Post', 'Ferry stops on Monday'],
    ['Ferry stops on Monday – News – Harbour Post', 'Ferry stops on Monday'],
    ['渡轮周一起全部停航 – 海港广播电台 - HBR', '渡轮周一起全部停航'],
  ])('is omitted if the headline lacks it: %s', (title, headline) => {
    expect(read(`<main><h1>${headline}</h1>${TEXT}</main>`, { title }).title).toBe(headline);
  });

  it.each([
    ['Ferry stops on Monday | Example', 'Ferry stops on Monday'],
    ['Ferry stops on Monday - example', 'Ferry stops on Monday'],
    ['渡轮周一起停航 | Example', '渡轮周一起停航'],
  ])('is omitted if it is the name in the address: %s', (title, expected) => {
    expect(read(TEXT, { title }).title).toBe(expected);
  });

  const HARBOUR = 'https://theharbourpostng.example/a';

  it.each([
    ['Ferry stops on Monday - The Harbour Post', 'Ferry stops on Monday', HARBOUR],
    ['Ferry stops on Monday - Pier Bays', 'Ferry stops on Monday', 'https://www.pierbaysng.example/a'],
    ['Ferry stops on Monday - Pier Bay', 'Ferry stops on Monday - Pier Bay', 'https://www.pierbayng.example/a'],
    ['Ferry stops on Monday - HPB', 'Ferry stops on Monday', 'https://hpb.example/a'],
    ['Ferry stops on Monday - HP', 'Ferry stops on Monday - HP', 'https://hp.example/a'],
    ['Ferry stops on Monday | Pier News', 'Ferry stops on Monday', 'https://www.pier.example/a'],
    ['渡轮周一全部停航 - Pier 中文', '渡轮周一全部停航', 'https://www.pier.example/zh/a'],
    ['渡轮周一全部停航 – 海港国际广播电台 - PIER', '渡轮周一全部停航', 'https://www.pier.example/cn/a'],
    ['渡轮周一全部停航_海港市政府门户网站', '渡轮周一全部停航_海港市政府门户网站', 'https://hg.example/a'],
    ['渡轮周一全部停航 _ 海港市政府门户网站', '渡轮周一全部停航', 'https://hg.example/a'],
    ['旧码头塌入海中 - 海港晚报', '旧码头塌入海中', 'https://hg.example/a'],
  ])('is omitted if the window is its only source: %s', (title, expected, url) => {
    expect(read(TEXT, { title, url }).title).toBe(expected);
  });

  it.each([
    ['Ferry stops on Monday for good', 'Ferry stops on Monday'],
    ['Ferry stops on Monday-Harbour', 'Ferry stops on Monday'],
    ['Ferry stops on Monday – News – Harbour – Post', 'Ferry stops on Monday'],
    ['Ferry - Harbour Post', 'Ferry'],
  ])('stays if it is not two short parts behind a headline: %s', (title, headline) => {
    expect(read(`<main><h1>${headline}</h1>${TEXT}</main>`, { title }).title).toBe(title);
    expect(withoutSiteSuffix(title, { url: 'https://example.org/a', headline })).toBe(title);
  });

  it.each([
    'Ferry stops on Monday - Harbour Post',
    '船员谈旧码头为什么塌 | 海港晚报',
    'Ferry stops on Monday - again',
    'Ferry stops on Monday - HP',
    'Opinion | The ferry stops',
    'Example - a ferry',
    'Ferry-example',
  ])('stays without evidence: %s', (title) => {
    expect(read(TEXT, { title }).title).toBe(title);
  });
});
