import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry.';
const LAST = 'It sails again.';

function outline(html: string): string[] {
  const [first, ...lines] = outlineOf(read(`<main><p>${TEXT}</p>${html}<p>${LAST}</p></main>`));
  expect(first).toBe(TEXT);
  return lines.filter((line) => line !== LAST);
}

describe('a caption in the paragraph of its picture', () => {
  const img = '<img src="/pier.jpg" width="800" height="500">';
  it.each([
    ['in italics below it', `<p>${img}<br><em>Fog on the pier.</em></p>`],
    ['in italics beside it', `<p>${img}\n<i>Fog on the pier.</i></p>`],
    ['in a small font of old pages', `<center>${img}<br><font size="1">Fog on the pier.</font></center>`],
    ['in a font that is two smaller', `<div>${img}<br><font size="-2">Fog on the pier.</font></div>`],
  ])('is no text: %s', (_kind, html) => {
    expect(outline(html)).toEqual(['image: Fog on the pier. | ']);
  });

  it.each([
    ['plain', `<p>${img}<br>Fog on the pier.</p>`],
    ['partly in italics', `<p>${img}<br><em>Fog</em> on the pier.</p>`],
    ['in another paragraph', `<p>${img}</p><p><em>Fog on the pier.</em></p>`],
    ['long', `<p>${img}<br><em>${'Fog on the pier. '.repeat(30)}</em></p>`],
    ['in the font of the text of old pages', `<div>${img}<br><font size="2">Fog on the pier.</font></div>`],
    ['in a large font', `<div>${img}<br><font size="4">Fog on the pier.</font></div>`],
  ])('is text if it is %s', (_kind, html) => {
    expect(outline(html)[0]).toMatch(/^Fog on the pier\./);
  });
});

describe('a span that its style makes a line', () => {
  const line = (text: string) => `<span style="display: block">${text}</span>`;
  it('is a line of its own', () => {
    expect(outline(`<p>${line('Fog on the pier')}${line('and a lamp')}</p>`)).toEqual(['Fog on the pier\nand a lamp']);
    expect(outline(`<p>Fog.${line('A lamp.')}Boats.</p>`)).toEqual(['Fog.\nA lamp.\nBoats.']);
  });

  it('leaves the words of a heading together', () => {
    expect(outline(`<h2>${line('Fog')}${line('on the pier')}</h2><p>Boats.</p>`)[0]).toBe('# Fog on the pier');
  });
});

describe('a paragraph of links', () => {
  const link = (text: string, at = 1) => `<a href="https://example.org/boats-and-piers-${at}.html">${text}</a>`;

  it('is text if it is a sentence', () => {
    const words = ['Boats are late', 'boats are old', 'boats are loud'].map(link).join(', ');
    expect(outline(`<p>${words}.</p>`)).toEqual(['Boats are late, boats are old, boats are loud.']);
    expect(outline(`<p>${words}</p>`)[0]).toContain('related: ');
  });

  it.each([
    `<p>${link('« Older post: The bridge')} ${link('Newer post: The lamp »', 2)}</p>`,
    `<p>${link('← The bridge')}</p>`,
  ])('leads to other pages if arrows say so: %s', (html) => {
    expect(outline(html)[0]).toMatch(/^related: (?:Older post: )?The bridge$/);
  });

  it.each(['&gt;', '›', '»', '/'])('is the path to the page: %s', (mark) => {
    const path = `<div>${link('Home')} ${mark} ${link('News', 2)} ${mark} The harbour at night</div>`;
    expect(outlineOf(read(`<main>${path}<p>${TEXT}</p></main>`))).toEqual([TEXT]);
  });

  it('is no path without the first page', () => {
    expect(outline(`<div>${link('Boats')} › The pier</div>`)).toHaveLength(1);
  });
});

describe('a paragraph for small screens', () => {
  const twin = (name: string) => `<p class="${name}">Fog on the pier.</p>`;
  it.each(['visible-xs', 'd-md-none', 'md:hidden', 'mobile-only'])('is read once beside its twin: %s', (name) => {
    expect(outline(twin('wide') + twin(name))).toEqual(['Fog on the pier.']);
    expect(outline(twin(name) + twin('wide'))).toEqual(['Fog on the pier.']);
  });

  it('is text on its own', () => {
    expect(outline(twin('visible-xs'))).toEqual(['Fog on the pier.']);
    expect(outline('<p>It is over.</p><p>It is over.</p>')).toHaveLength(2);
  });
});

describe('what a site offers', () => {
  it.each([
    'Listen to this article',
    'Artikel anhören',
    'Escuchar esta noticia',
    'この記事を聞く',
    'This audio is auto-generated. Please tell us what you think.',
    'You have 3 gift articles left',
    'Give this article',
  ])('is no text: %s', (line) => {
    expect(outline(`<p>${line}</p>`)).toEqual([]);
  });

  it.each(['Contact: ann@example.org', 'E-mail: ann@example.org'])('is no text at the end: %s', (line) => {
    expect(outlineOf(read(`<main><p>${TEXT}</p><p>${LAST}</p><p>${line}</p></main>`))).toEqual([TEXT, LAST]);
  });
});
