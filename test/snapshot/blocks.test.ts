import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

function blocks(html: string): Block[] {
  return read(html).sections.flatMap(({ text }) => text);
}

function kinds(html: string): string[] {
  return blocks(html).map(({ kind }) => kind);
}

function lines(html: string): string[] {
  return linesOf(read(html));
}

describe('paragraphs', () => {
  it.each([
    ['p', '<p>One.</p><p>Two.</p><p>Three.</p>'],
    ['p without ends', '<p>One.<p>Two.<p>Three.'],
    ['div', '<div>One.</div><div>Two.</div><div>Three.</div>'],
    ['nested boxes', '<section><div><div><p>One.</p></div><p>Two.</p></div></section><article>Three.</article>'],
    ['two line breaks', 'One.<br><br>Two.<br/>\n<br/> Three.'],
    ['two line breaks around a comment', 'One.<br><!-- ad --><br>Two.<br><br><br>Three.'],
    ['text beside boxes', '<div>One.<p>Two.</p>Three.</div>'],
    ['a bold paragraph with line breaks', '<b>One.<br><br>Two.</b><br><br>Three.'],
    ['paragraphs in a style or a link', '<b><p>One.</p><p>Two.</p></b><a href="/three"><div>Three.</div></a>'],
    ['font and center', '<center><font size="2">One.<p>Two.</p></font></center><font>Three.</font>'],
    ['a table for layout', '<table><tr><td>One.<br><br>Two.</td></tr><tr><td><p>Three.</p></td></tr></table>'],
    ['a list for layout', '<ul><li><h2></h2><p>One.</p><p>Two.</p><p>Three.</p></li></ul>'],
    ['details', '<details><summary>One.</summary><p>Two.</p>Three.</details>'],
  ])('come out of %s', (_kind, html) => {
    expect(lines(html)).toEqual(['One.', 'Two.', 'Three.']);
    expect(new Set(kinds(html))).toEqual(new Set(['paragraph']));
  });

  it('keep a single line break inside', () => {
    expect(lines('<p>Fog on the pier,<br>\n  fog on the sea.</p>')).toEqual(['Fog on the pier,\nfog on the sea.']);
  });

  it('begin at a line that is indented as Chinese outlets do', () => {
    expect(lines('<div>　　渡轮停航。<br>　　没有人接到通知。<br/>&#12288;&#12288;码头关了。</div>')).toEqual([
      '渡轮停航。',
      '没有人接到通知。',
      '码头关了。',
    ]);
  });

  it('occur once if the same short line follows many images', () => {
    const line = (index: number) => `<img src="/${index}.jpg"><p>Fog on the pier</p>`;
    const html = (count: number) => `<p>One.</p>${Array.from({ length: count }, (_, index) => line(index)).join('')}`;
    expect(lines(html(4))).toEqual(['One.', 'Fog on the pier']);
    expect(lines(html(3))).toHaveLength(4);
    expect(lines(`<p>One.</p>${'<p>Fog on the pier</p>'.repeat(4)}`)).toHaveLength(5);
  });

  it('are omitted without words', () => {
    expect(lines('<p>One.</p><p> &nbsp; </p><p><br></p><div>\u200b</div><p><b></b></p>')).toEqual(['One.']);
  });

  it('are read from tags without a space before the attribute, and despite stray end tags', () => {
    const html = '</div><divclass="story"><pclass="first">One.</p></span></p><pstyle="x">Two.</section></p></divclass>';
    expect(lines(html)).toEqual(['One.', 'Two.']);
  });
});

describe('quotes', () => {
  it('are separate from the paragraphs around them', () => {
    const html =
      '<p>She said:</p><blockquote><p>Nobody told us.</p><p>Nobody at all.</p></blockquote><p>Then she left.</p>';
    expect(kinds(html)).toEqual(['paragraph', 'quote', 'quote', 'paragraph']);
    expect(lines(html)).toEqual(['She said:', 'Nobody told us.', 'Nobody at all.', 'Then she left.']);
  });

  it('keep their attribution', () => {
    const html = '<p>One.</p><blockquote>Nobody told us.<footer>Ines, who drove it</footer></blockquote>';
    expect(lines(html)).toEqual(['One.', 'Nobody told us.', 'Ines, who drove it']);
  });

  it('are removed if they repeat a paragraph (pull quotes)', () => {
    const said = 'Four people on a bus are four people who get home.';
    const html = `<p>${said} So she says.</p><blockquote>“Four people on a bus are four people who get home”</blockquote><p>End.</p>`;
    expect(lines(html)).toEqual([`${said} So she says.`, 'End.']);
  });

  it('are removed if the repeated paragraph comes later', () => {
    const html =
      '<p>Start.</p><blockquote><p>四个人坐的车不是空车，是四个回家的人，老船长这样说给孩子们听。</p></blockquote><p>他说：“四个人坐的车不是空车，是四个回家的人，老船长这样说给孩子们听。”</p>';
    expect(kinds(html)).toEqual(['paragraph', 'paragraph']);
  });

  it('stay if their text is new, or short', () => {
    const html =
      '<p>“No,” she said, and she meant it.</p><blockquote>No</blockquote><blockquote>Not for money.</blockquote>';
    expect(lines(html)).toEqual(['“No,” she said, and she meant it.', 'No', 'Not for money.']);
  });
});

describe('lists', () => {
  it.each([
    ['ul', false],
    ['ol', true],
  ])('keep their items: %s', (tag, ordered) => {
    const html = `<p>Bring:</p><${tag}><li>a rope</li><li><p>two <b>lamps</b></p></li><li> </li></${tag}>`;
    expect(blocks(html)[1]).toEqual({
      kind: 'list',
      ordered,
      items: [[{ text: 'a rope' }], [{ text: 'two ' }, { text: 'lamps', strong: true }]],
    });
  });

  it('keep the items of a list in a list, each once and in order', () => {
    const html =
      '<p>Bring:</p><ul><li>lamps<ul><li>a red one</li><li>a green one</li></ul></li><li>ropes</li></ul><p>End.</p>';
    expect(blocks(html)[1]).toEqual({
      kind: 'list',
      ordered: false,
      items: [[{ text: 'lamps' }], [{ text: 'a red one' }], [{ text: 'a green one' }], [{ text: 'ropes' }]],
    });
  });

  it('keep links in items with more text', () => {
    const html =
      '<p>Bring:</p><ul><li>a rope from <a href="/shop">the shop</a> at the end of the pier</li><li>two lamps</li></ul>';
    expect(blocks(html)[1]).toMatchObject({
      items: [
        [
          { text: 'a rope from ' },
          { text: 'the shop', href: 'https://example.org/shop' },
          { text: ' at the end of the pier' },
        ],
        [{ text: 'two lamps' }],
      ],
    });
  });

  it('separate items without end tags', () => {
    expect(lines('<p>Bring:</p><ul><li>a rope<li>a lamp</ul><p>End.</p>')).toEqual([
      'Bring:',
      'a rope / a lamp',
      'End.',
    ]);
  });

  it('keep the text after a nested list in an item', () => {
    const html = '<p>Bring:</p><ol><li>lamps<ul><li>a red one</li></ul>and oil</li><li>ropes</li></ol>';
    expect(lines(html)[1]).toBe('lamps / a red one / and oil / ropes');
  });

  it('keep terms and definitions', () => {
    expect(lines('<p>Words:</p><dl><dt>Ebb</dt><dd>The sea goes.</dd></dl>').join(' ')).toBe(
      'Words: Ebb The sea goes.',
    );
  });
});

describe('tables', () => {
  const TABLE =
    '<table><thead><tr><th>Boat</th><th>Crew</th></tr></thead><tbody><tr><td>Heron</td><td><b>4</b></td></tr><tr><td>Tern</td><td></td></tr></tbody></table>';

  it('of data keep rows, cells and their order, and the place of an empty cell', () => {
    expect(blocks(`<p>Two boats.</p>${TABLE}`)[1]).toEqual({
      kind: 'table',
      rows: [
        [[{ text: 'Boat' }], [{ text: 'Crew' }]],
        [[{ text: 'Heron' }], [{ text: '4', strong: true }]],
        [[{ text: 'Tern' }], []],
      ],
    });
  });

  it('keep their caption', () => {
    expect(lines(`<p>Two boats.</p>${TABLE.replace('<thead>', '<caption>Who sails</caption><thead>')}`)[1]).toContain(
      'Who sails',
    );
  });

  it('for layout are read as text, with headings and images', () => {
    const html =
      '<table width="600"><tr><td><h2>Boats</h2><p>Two boats.</p></td><td><img src="/boat.jpg" width="300"></td></tr></table>';
    const { sections } = read(html);
    expect(sections.map(({ title }) => title)).toEqual([null, 'Boats']);
    expect(linesOf({ sections })).toEqual(['Two boats.']);
    expect(sections[1]?.images).toHaveLength(1);
  });

  it('of data keep a few pictures, and the lines of a cell', () => {
    const html =
      '<p>Boats.</p><table><tr><th>Boat</th><th>Crew</th></tr><tr><td><img src="/heron.jpg" width="90">Heron</td><td>4<p>and a dog</p></td></tr><tr><td>Tern</td><td>3</td></tr></table>';
    const { sections } = read(html);
    expect(linesOf({ sections })[1]).toBe('Boat / Crew / Heron / 4\nand a dog / Tern / 3');
    expect(sections[0]?.images).toHaveLength(1);
  });

  it('in tables are read, the outer ones being layout', () => {
    const html = `<table><tr><td><p>Two boats.</p>${TABLE}</td></tr></table>`;
    expect(kinds(html)).toEqual(['paragraph', 'table']);
  });
});

describe('preformatted text', () => {
  it('keeps its lines and spaces', () => {
    const html =
      '<p>Run:</p><pre class="code"><code>for boat in fleet:\n    sail(boat)  <span># all</span>\n</code></pre>';
    const [, code] = blocks(html);
    expect(code?.kind).toBe('code');
    expect(lines(html)[1]?.trimEnd()).toBe('for boat in fleet:\n    sail(boat)  # all');
  });

  it('separates its lines if each is an element', () => {
    const html = '<p>Run:</p><pre><div>sail(  )</div><div>moor()\n</div><div>rest()</div></pre>';
    expect(lines(html)[1]?.trimEnd()).toBe('sail(  )\nmoor()\nrest()');
  });

  it('omits line numbers', () => {
    const html = '<p>Run:</p><pre><span class="lineno">1</span>sail()\n<span class="lineno">2</span>moor()</pre>';
    expect(lines(html)[1]).toBe('sail()\nmoor()');
  });

  it('ends where it ends', () => {
    expect(lines('<pre>a  b</pre><p>c  d</p>')).toEqual(['a  b', 'c d']);
  });
});
