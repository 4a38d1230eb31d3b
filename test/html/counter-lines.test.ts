import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'Nobody on the pier had been told that the ferry would stop at noon, not even the crew.';

function linesBeside(html: string): string[] {
  return linesOf(read(`<main>${html}<p>${TEXT}</p></main>`));
}

describe('counters of an article', () => {
  it.each([
    ['one', '<p>34 comments</p>'],
    ['of thousands', '<p>1.2K shares</p>'],
    [
      'glued to their words',
      '<div><span>12</span><span>Shares</span></div><div><span>34</span><span>Comments</span></div>',
    ],
    ['in one line', '<div><span>1.2K</span><span>Views</span><span>34</span><span>Likes</span></div>'],
    ['with marks between', '<p>12 likes · 3 replies | 5 reposts</p>'],
    ['behind their words', '<p>Comments (12)</p>'],
    ['in German', '<p>12 Kommentare 34 mal geteilt</p>'],
    ['in Portuguese', '<p>12 comentários 3 compartilhamentos</p>'],
    ['in Russian', '<p>152 просмотра</p>'],
    ['in Chinese', '<p><span>阅读</span><span>1234</span><span>评论</span><span>56</span></p>'],
    ['in Chinese, before their words', '<p>1.2万次阅读 · 56条评论</p>'],
    ['of buttons', '<p>赞12 收藏3 分享</p>'],
    ['in Japanese', '<p>いいね 12 コメント 3</p>'],
  ])('are no text: %s', (_kind, html) => {
    expect(linesBeside(html)).toEqual([TEXT]);
  });

  it.each([
    'The bank sold 12 shares.',
    '12 shares of the ferry company',
    '3 replies that surprised the harbour office',
    'Views of the harbour',
    '喜欢',
    '评论：港口的三个问题',
    '1842',
  ])('are none: %s', (line) => {
    expect(linesBeside(`<p>${line}</p>`)).toEqual([line, TEXT]);
  });
});
