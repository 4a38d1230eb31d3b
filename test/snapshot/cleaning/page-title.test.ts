import { describe, expect, it } from 'vitest';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

const TEXT = '<p>The ferry stopped on Monday.</p>';

describe('a heading that repeats the title', () => {
  it.each([
    ['an intro', '<p>From Monday on, everyone takes the bridge.</p>', ['From Monday on, everyone takes the bridge.']],
    ['an intro in a box', '<div>导读：周一起大家走桥。</div>', ['导读：周一起大家走桥。']],
    ['a list of key points', '<ul><li>It rains</li><li>It pours</li></ul>', ['It rains / It pours']],
    ['a quotation', '<blockquote>Nobody was told</blockquote>', ['Nobody was told']],
    [
      'an intro and a picture',
      '<p>From Monday on, everyone takes the bridge.</p><img src="/a.jpg" width="800" height="600">',
      ['From Monday on, everyone takes the bridge.'],
    ],
  ])('is omitted, while the text above it stays: %s', (_kind, above, lines) => {
    const article = read(`${above}<h2>The harbour at night</h2>${TEXT}`);
    expect(linesOf(article)).toEqual([...lines, 'The ferry stopped on Monday.']);
    expect(article.sections).toHaveLength(1);
  });

  it.each([
    ['a column', '<p>Opinion</p>'],
    ['a date', '<p>3 May 2021, 08:30</p>'],
    ['an address', '<p>https://example.org/news/a.html</p>'],
  ])('is omitted with a short line above it: %s', (_kind, above) => {
    expect(linesOf(read(`${above}<h1>The harbour at night</h1>${TEXT}`))).toEqual(['The ferry stopped on Monday.']);
  });

  it('is omitted below a long text if it is of the first level', () => {
    const intro = `<p>${'From Monday on, everyone takes the bridge. '.repeat(12)}</p>`;
    expect(read(`${intro}<h1>The harbour at night</h1>${TEXT}`).sections).toHaveLength(1);
    expect(read(`${intro}<h2>The harbour at night</h2>${TEXT}`).sections).toHaveLength(2);
  });
});
