import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

function spans(html: string): Span[] {
  const block = read(`<p>${html}</p>`).sections[0]?.text[0];
  return block?.kind === 'paragraph' ? block.spans : [];
}

function line(html: string): string | undefined {
  return linesOf(read(`<p>${html}</p>`))[0];
}

describe('runs of text', () => {
  it.each([
    ['strong', '<b>fog</b>', { strong: true }],
    ['strong', '<strong>fog</strong>', { strong: true }],
    ['strong by style', '<span style="font-weight:bold">fog</span>', { strong: true }],
    ['emphasis', '<i>fog</i>', { emphasis: true }],
    ['emphasis', '<em>fog</em>', { emphasis: true }],
    ['code', '<code>fog</code>', { code: true }],
    ['code', '<kbd>fog</kbd>', { code: true }],
    ['a link', '<a href="/fog">fog</a>', { href: 'https://example.org/fog' }],
    [
      'all at once',
      '<a href="/fog"><b><i>fog</i></b></a>',
      { strong: true, emphasis: true, href: 'https://example.org/fog' },
    ],
    ['bold in bold', '<b><b>f</b>og</b>', { strong: true }],
  ])('know %s: %s', (_kind, html, style) => {
    expect(spans(`The ${html} came.`)).toEqual([{ text: 'The ' }, { text: 'fog', ...style }, { text: ' came.' }]);
  });

  it.each(['u', 's', 'ins', 'small', 'span', 'font', 'mark', 'sub', 'sup', 'abbr', 'bdi', 'label'])(
    'are plain in <%s>, without a border',
    (tag) => {
      expect(spans(`The f<${tag}>o</${tag}>g came.`)).toEqual([{ text: 'The fog came.' }]);
    },
  );

  it('join neighbours of one style', () => {
    expect(spans('<b>The</b><strong> fog</strong> <b>came</b>.')).toEqual([
      { text: 'The fog came', strong: true },
      { text: '.' },
    ]);
  });

  it('go on behind a style that nobody ended', () => {
    expect(linesOf(read('<p>The <b>fog<p>came <i>in.'))).toEqual(['The fog', 'came in.']);
  });

  it.each(['<a>fog</a>', '<a href="">fog</a>', '<a href="#top">fog</a>', '<a name="fog">fog</a>'])(
    'lead nowhere in %s',
    (html) => {
      expect(spans(`The ${html} came.`)).toEqual([{ text: 'The fog came.' }]);
    },
  );
});

describe('space in running text', () => {
  it.each([
    ['The  fog\n\tcame&nbsp; in.', 'The fog came in.'],
    ['  The fog came in. ', 'The fog came in.'],
    ['<b>The</b> fog <i>came</i> in.', 'The fog came in.'],
    ['<b>The </b>fog<i> came </i>in.', 'The fog came in.'],
    ['The<b> </b>fog <span></span> came in.', 'The fog came in.'],
    ['The f<b>o</b>g came in<b>.</b>', 'The fog came in.'],
    ['The <!-- thick --> fog came in.', 'The fog came in.'],
    ['The fog <br> came in.', 'The fog\ncame in.'],
    ['<span>图像来</span><span>自</span>码头<b>边</b>', '图像来自码头边'],
    ['H<sub>2</sub>O, 30 km<sup>2</sup>', 'H2O, 30 km2'],
    ['Fish &amp; chips &lt;b&gt; &#8220;here&#x201d; &mdash; 5 &pound;', 'Fish & chips <b> “here” — 5 £'],
  ])('is what a reader sees: %j', (html, expected) => {
    expect(line(html)).toBe(expected);
  });

  it('belongs to neither of two styles that it parts, nor to a link', () => {
    expect(spans('<b>The </b><a href="/fog"> fog </a><i> came</i>')).toEqual([
      { text: 'The', strong: true },
      { text: ' ' },
      { text: 'fog', href: 'https://example.org/fog' },
      { text: ' ' },
      { text: 'came', emphasis: true },
    ]);
  });

  it('does not hold a zero-width space or a byte-order mark', () => {
    expect(line('The fog\u200b \ufeffcame in.')).toBe('The fog came in.');
  });

  it('keeps the joiners that letters and emoji are made with', () => {
    expect(line('می‌خواهم 👩‍🚒')).toBe('می‌خواهم 👩‍🚒');
  });
});

describe('what stands for letters', () => {
  it.each([
    '<img class="emoji" alt="🚢" src="https://s.example.org/1f6a2.png">',
    '<img class="wp-smiley" alt="🚢" src="/smile.gif" width="72" height="72">',
  ])('is text where it is an emoji as a picture: %s', (picture) => {
    const article = read(`<p>The ferry ${picture} came.</p><ul><li>one ${picture}</li><li>two</li></ul>`);
    expect(linesOf(article)).toEqual(['The ferry 🚢 came.', 'one 🚢 / two']);
    expect(article.sections[0]?.images).toEqual([]);
  });

  it('leaves out how a word is read, so that the word stays whole', () => {
    expect(line('<ruby>霧<rp>(</rp><rt>きり</rt><rp>)</rp></ruby>が<ruby>来<rt>き</rt></ruby>た。')).toBe('霧が来た。');
  });

  it('puts the marks around a quote in a line', () => {
    expect(spans('She said <q>no <b>fog</b></q>.')).toEqual([
      { text: 'She said “no ' },
      { text: 'fog', strong: true },
      { text: '”.' },
    ]);
  });
});
