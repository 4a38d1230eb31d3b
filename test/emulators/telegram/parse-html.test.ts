import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HtmlError, parseHtml } from './parse-html.ts';

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

describe('parseHtml', () => {
  it.each([
    ['b', 'bold'],
    ['strong', 'bold'],
    ['i', 'italic'],
    ['em', 'italic'],
    ['u', 'underline'],
    ['ins', 'underline'],
    ['s', 'strikethrough'],
    ['del', 'strikethrough'],
    ['code', 'code'],
    ['pre', 'pre'],
    ['blockquote', 'blockquote'],
    ['tg-spoiler', 'spoiler'],
    ['B', 'bold'],
  ])('reads <%s> as %s', (tag, type) => {
    expect(parseHtml(`a <${tag}>word</${tag}>`)).toEqual({
      text: 'a word',
      entities: [{ type, offset: 2, length: 4 }],
      dropped: [],
    });
  });

  it.each([
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['é</b>', 'Unexpected end tag at byte offset 2'],
    ['<h1>x</h1>', 'Unsupported start tag "h1" at byte offset 0'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<a href="x>y</a>', 'Unclosed start tag at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=http://x>y</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['&#xd800;', 'check for unmatched surrogate code units'],
  ])('refuses %s', (html, why) => {
    expect(() => parseHtml(html)).toThrow(HtmlError);
    expect(() => parseHtml(html)).toThrow(why);
  });

  it('counts offsets in UTF-16 units', () => {
    expect(parseHtml('🖼<b>字</b>').entities).toEqual([{ type: 'bold', offset: 2, length: 1 }]);
  });

  it('decodes four named entities and numbers, and keeps the source of others', () => {
    expect(parseHtml('&lt;&gt;&amp;&quot;&#39;&#x2014;&nbsp;&').text).toBe(`<>&"'—&nbsp;&`);
  });

  it('distinguishes expandable quotations from plain ones', () => {
    expect(parseHtml('<blockquote expandable>x</blockquote>').entities[0]?.type).toBe('expandable_blockquote');
  });

  it('keeps the language of code blocks only', () => {
    const block = parseHtml('<pre><code class="language-ts">x</code></pre>');
    expect(block.entities).toEqual([{ type: 'pre', offset: 0, length: 1, language: 'ts' }]);
    expect(parseHtml('<code class="language-ts">x</code>').entities).toEqual([{ type: 'code', offset: 0, length: 1 }]);
  });

  it('omits empty entities, and accepts an empty end tag', () => {
    expect(parseHtml('<b></b><i>x</>').entities).toEqual([{ type: 'italic', offset: 0, length: 1 }]);
  });

  it('sorts entities by start, longest first', () => {
    const { entities } = parseHtml('<b>x<i>y</i></b><u>z</u>');
    expect(entities.map(({ type }) => type)).toEqual(['bold', 'italic', 'underline']);
  });

  it('reverses escaping', () => {
    const text = fc.string({ unit: 'binary' }).filter((some) => some.isWellFormed());
    fc.assert(fc.property(text, (some) => parseHtml(escapeHtml(some)).text === some));
  });

  it.each([
    ['https://Example.org', 'https://example.org/'],
    ['example.org/a?b=1&amp;c', 'http://example.org/a?b=1&c'],
    ['HTTP://a:b@example.org:8080?q', 'http://a:b@example.org:8080/?q'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://例え.jp/x', 'https://例え.jp/x'],
    ['http://[::1]/', 'http://[::1]/'],
    ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
  ])('keeps a link to %s', (href, url) => {
    expect(parseHtml(`<a href="${href}">x</a>`)).toMatchObject({ entities: [{ type: 'text_link', url }], dropped: [] });
  });

  it.each([
    '/relative',
    '#fragment',
    'http://localhost/',
    'http://a..b:99999/',
    'http://example.org:0/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://exa mple.org/',
    'https://exa%zzmple.org/',
    'http://[80]/',
    'ton://example',
  ])('drops a link to %s and keeps its text', (href) => {
    expect(parseHtml(`<a href="${href}">x</a>`)).toEqual({ text: 'x', entities: [], dropped: [href] });
  });

  it('reads a link without an address as a link to its text, and a link to a person as a mention', () => {
    expect(parseHtml('<a>example.org</a>').entities[0]?.url).toBe('http://example.org/');
    const { entities } = parseHtml('<a href="tg://user?id=5">Ann</a>');
    expect(entities).toEqual([{ type: 'text_mention', offset: 0, length: 3, user: { id: 5 } }]);
  });
});
