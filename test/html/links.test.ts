import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

/** Enough text that what stands beside it is not most of the article. */
const TEXT = `<p>${'Nobody on the pier had been told that the ferry would stop at noon. '.repeat(5)}</p>`;

function links(html: string): Link[] {
  return read(TEXT + html).sections.flatMap((section) => section.links);
}

/** The text behind the first paragraph. */
function rest(html: string): string[] {
  return linesOf(read(TEXT + html)).slice(1);
}

function titles(html: string): string[] {
  return links(html).map(({ text, role }) => `${role}: ${text}`);
}

describe('links in the text', () => {
  it('are listed in reading order, and stay in the text', () => {
    const html =
      '<p>The <a href="/log">log</a> and <a href="https://maps.example.com/pier?zoom=3#x">the <b>old</b> map</a> agree.</p>';
    expect(links(html)).toEqual([
      { url: 'https://example.org/log', text: 'log', role: 'inline' },
      { url: 'https://maps.example.com/pier?zoom=3#x', text: 'the old map', role: 'inline' },
    ]);
    expect(rest(html)).toEqual(['The log and the old map agree.']);
  });

  it('come out of quotes, lists, tables and headings too', () => {
    const html =
      '<blockquote>They asked <a href="/1">her</a>.</blockquote>' +
      '<ul><li>ropes from <a href="/2">the shop</a> at the pier</li><li>lamps</li></ul>' +
      '<table><tr><th>Boat</th><th>Log</th></tr><tr><td>Heron</td><td><a href="/3">here</a></td></tr></table>' +
      '<h2>What <a href="/4">the crew</a> says</h2><p>Little.</p>';
    expect(links(html).map(({ url, role }) => [url, role])).toEqual([
      ['https://example.org/1', 'inline'],
      ['https://example.org/2', 'inline'],
      ['https://example.org/3', 'inline'],
      ['https://example.org/4', 'inline'],
    ]);
  });

  it.each([
    ['one link in pieces', '<a href="/log">the <b>old</b><br>log</a>', 'the old log'],
    ['a link broken in two', '<a href="/log">the old</a> <a href="/log"><i>log</i></a>', 'the old log'],
    ['a link said twice', '<a href="/log">the old log</a>, or <a href="/log">the <b>first</b></a>', 'the old log'],
  ])('have the text of their first occurrence: %s', (_kind, html, text) => {
    expect(links(`<p>So says ${html}.</p>`)).toEqual([{ url: 'https://example.org/log', text, role: 'inline' }]);
  });

  it('do not start at an anchor without href', () => {
    const html =
      '<a name="top"><div>See <a href="/1">the log</a>, <a href="/2">the map</a> and <a href="/3">the crew</a> for a start</div>';
    expect(titles(html)).toEqual(['inline: the log', 'inline: the map', 'inline: the crew']);
  });

  it('stay text if a paragraph is one link', () => {
    expect(titles('<p><a href="/log">The log of the ferry</a></p><p>It is short.</p>')).toEqual([
      'inline: The log of the ferry',
    ]);
    expect(rest('<p><a href="/log">The log of the ferry</a></p><p>It is short.</p>')[0]).toBe('The log of the ferry');
  });

  it.each([
    ['/log', 'https://example.org/log'],
    ['log.html?a=1&amp;b=2', 'https://example.org/news/log.html?a=1&b=2'],
    ['../log', 'https://example.org/log'],
    ['//cdn.example.com/log', 'https://cdn.example.com/log'],
    ['?page=2', 'https://example.org/news/harbour?page=2'],
    [' https://example.com/log\n', 'https://example.com/log'],
    ['HTTPS://Example.COM', 'https://example.com/'],
    ['http://example.com/水', 'http://example.com/%E6%B0%B4'],
    ['https://ann:secret@example.com/log', 'https://example.com/log'],
  ])('are absolute and without secrets: %j', (href, url) => {
    expect(links(`<p>The <a href="${href}">log</a> of it.</p>`)).toEqual([{ url, text: 'log', role: 'inline' }]);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:void(0)',
    'java\nscript:alert(1)',
    'mailto:ann@example.org',
    'tel:+4912345',
    'data:text/html,hello',
    'file:///etc/hosts',
    'ftp://example.org/log',
    '#notes',
    '',
    'http://',
    'https://exa mple.org',
  ])('are ignored if they lead to %j', (href) => {
    const html = `<p>The <a href="${href}">log</a> of it.</p>`;
    expect(links(html)).toEqual([]);
    expect(rest(html)).toEqual(['The log of it.']);
  });

  it('are each listed once in a section, and again in the next', () => {
    const html =
      '<p>The <a href="/log">log</a>, once more <a href="/log">the log</a>, and <a href="/map">a map</a>.</p>' +
      '<p>Again: <a href="https://example.org/log">it</a> says little.</p><h2>Later</h2><p>The <a href="/log">log</a> went.</p>';
    expect(read(TEXT + html).sections.map((section) => section.links.map(({ url, text }) => `${text} ${url}`))).toEqual(
      [['log https://example.org/log', 'a map https://example.org/map'], ['log https://example.org/log']],
    );
  });
});

describe('lists of links', () => {
  const LIST =
    '<ul role="list"><li role="listitem"><a href="/a">Why the sea wall came back</a></li><li><a href="https://example.com/b"><span>How to\nmeasure a tide</span></a></li></ul>';

  it('are related links, and no text', () => {
    expect(links(LIST)).toEqual([
      { url: 'https://example.org/a', text: 'Why the sea wall came back', role: 'related' },
      { url: 'https://example.com/b', text: 'How to measure a tide', role: 'related' },
    ]);
    expect(rest(LIST)).toEqual([]);
  });

  it('belong to their section', () => {
    const { sections } = read(`${TEXT}<h2>Walls</h2>${TEXT}<div>${LIST}</div><h2>Tides</h2>${TEXT}`);
    expect(sections.map((section) => section.links.length)).toEqual([0, 2, 0]);
  });

  it('may have a picture, a date or a label beside each link', () => {
    const html =
      '<ul><li><img src="/a.jpg" width="120"><a href="/a">Why the sea wall came back to the town</a> <time>3 May</time></li><li><a href="/b">How to measure a tide with a wooden rod</a></li></ul>';
    expect(titles(html)).toEqual([
      'related: Why the sea wall came back to the town',
      'related: How to measure a tide with a wooden rod',
    ]);
    expect(rest(html)).toEqual([]);
  });

  it('are text if an item is a sentence without a link', () => {
    const html =
      '<ul><li><a href="/a">Why the sea wall came back to the town</a></li><li><a href="/b">How to measure a tide with a wooden rod</a></li><li>Ask her.</li></ul>';
    expect(rest(html)).toEqual([
      'Why the sea wall came back to the town / How to measure a tide with a wooden rod / Ask her.',
    ]);
    expect(titles(html).map((title) => title.split(':')[0])).toEqual(['inline', 'inline']);
  });

  it('are text if an item has text around its link', () => {
    const html =
      '<ul><li>In <a href="/a">why the sea wall came back to the town</a>.</li><li><a href="/b">How to measure a tide with a wooden rod</a></li></ul>';
    expect(rest(html)).toEqual([
      'In why the sea wall came back to the town. / How to measure a tide with a wooden rod',
    ]);
  });

  it('are text if their links have no address', () => {
    expect(rest('<ul><li><a href="mailto:ann@example.org">Write to Ann</a></li></ul>')).toEqual(['Write to Ann']);
  });

  it('are ignored if they are the table of contents', () => {
    const html = '<ul><li><a href="#one">One</a></li><li><a href="#two">Two</a></li></ul>';
    expect(rest(html)).toEqual([]);
    expect(links(html)).toEqual([]);
  });
});

describe('a box of links', () => {
  const box = (count: number) =>
    `<div>${['Older', 'Newer', 'Walls']
      .slice(0, count)
      .map((text) => `<a href="/${text}">${text}</a> `)
      .join('')}</div>`;

  it('has at least three of them; two are part of the text', () => {
    expect(titles(box(3))).toEqual(['related: Older', 'related: Newer', 'related: Walls']);
    expect(rest(box(3))).toEqual([]);
    expect(titles(box(2))).toEqual(['inline: Older', 'inline: Newer']);
    expect(rest(box(2))).toEqual(['Older Newer']);
  });
});

describe('a related link', () => {
  it.each([
    ['a heading', '<h3>Related articles</h3><p><a href="/a">Sea walls</a></p><p><a href="/b">Tides</a></p>'],
    ['a line', '<p>延伸阅读：</p><div><a href="/a">Sea walls</a></div><div><a href="/b">Tides</a></div>'],
    ['a bold line', '<p><b>See also</b></p><p><a href="/a">Sea walls</a><br><a href="/b">Tides</a></p>'],
    ['the same line', '<p>Read more: <a href="/a">Sea walls</a></p><p>Also read: <a href="/b">Tides</a></p>'],
    ['tags', '<p>标签：<a href="/a">Sea walls</a>，<a href="/b">Tides</a></p>'],
    ['nothing, in a quote', '<blockquote><a href="/a">Sea walls</a><br><a href="/b">Tides</a></blockquote>'],
  ])('follows a heading in %s', (_kind, html) => {
    expect(titles(`${html}${TEXT}`)).toEqual(['related: Sea walls', 'related: Tides']);
    expect(linesOf(read(`${TEXT}${html}${TEXT}`))).toHaveLength(2);
    expect(read(`${TEXT}${html}${TEXT}`).sections).toHaveLength(1);
  });

  it.each([
    ['links in a row', '<p><a href="/a">Sea walls</a></p><p><a href="/b">Tides</a></p><p><a href="/c">Crews</a></p>'],
    [
      'a box of teasers',
      '<div><div><a href="/a"><div>Sea</div><div>walls</div></a></div><div><a href="/b">Tides</a></div><div><a href="/c">Crews</a></div></div>',
    ],
    [
      'a box of words',
      '<div><span>Topics</span> <a href="/a">Sea walls</a> <a href="/b">Tides</a> <a href="/c">Crews</a></div>',
    ],
  ])('is recognised as %s', (_kind, html) => {
    expect(titles(html + TEXT)).toEqual(['related: Sea walls', 'related: Tides', 'related: Crews']);
    expect(rest(html + TEXT)).toHaveLength(1);
  });

  it('is not a sentence that consists almost only of links', () => {
    const html =
      '<div><p>We wrote about <a href="/a">the pier in winter</a>, <a href="/b">the boats of the north</a> and <a href="/c">the crews that left</a>.</p></div>';
    expect(rest(html)).toEqual(['We wrote about the pier in winter, the boats of the north and the crews that left.']);
    expect(titles(html).map((title) => title.split(':')[0])).toEqual(['inline', 'inline', 'inline']);
  });

  it('is not a paragraph with more text after the heading', () => {
    const html = '<h2>Read more</h2><p>The council reads more than it says.</p>';
    expect(read(TEXT + html).sections.map(({ title }) => title)).toEqual([null, 'Read more']);
    expect(rest(html)).toEqual(['The council reads more than it says.']);
  });
});
