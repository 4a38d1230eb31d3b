import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'Fog stopped the ferry for the third day, and the island is short of bread and of patience.';

/** The authors, and the lines of a page with a title above and text below. */
function told(html: string): [authors: string[], lines: string[]] {
  const article = read(`<article><h1>The harbour at night</h1>${html}<p>${TEXT}</p></article>`);
  return [article.authors, outlineOf(article)];
}

describe('a name above the text', () => {
  it.each([
    ['an element of its own above the date', '<div><span>Ann Lee</span></div><div><span>May 3, 2021</span></div>'],
    [
      'a role and a date that only the style sets apart',
      '<div><span>Ann Lee</span> <span>Harbour correspondent</span><span>3 May 2021</span></div>',
    ],
    ['a heading in the box of the author', '<div class="byline"><h4 class="author-name">Ann Lee</h4></div>'],
    ['who took the pictures too', '<p class="byline">Photographs and text by Ann Lee</p>'],
    ['two kinds of work', '<p>Text und Fotos: Ann Lee</p>'],
    ['an outlet in quotation marks', '<p>Ann Lee, „Harbour Post“<br>2021 m. gegužės 3 d. 9:12</p>'],
    ['a date and the time to read', '<p>Ann Lee · 3 May 2021 · 5 min read</p>'],
    ['a line beside the translator', '<p>By Ann Lee</p><p>Translated by Bo Berg</p>'],
    ['a label that is not known', '<div class="author">Piše: Ann Lee</div>'],
    ['a label in Icelandic and its date', '<p>Höfundur: Ann Lee</p><p>3. maí 2021 kl. 09:12</p>'],
    ['a label in Bulgarian and its date', '<div>Публикувана на 3 май 2021, 09:12</div><div>Автор: Ann Lee</div>'],
    ['a label in Croatian and its date', '<p>Autor: Ann Lee</p><p>Objavljeno 3.5.2021. u 09:12</p>'],
  ])('is read from %s, which is no text', (_kind, html) => {
    expect(told(html)).toEqual([['Ann Lee'], [TEXT]]);
  });

  it('may be one of several', () => {
    expect(told('<div><span>Ann Lee</span> and <span>Bo Berg</span></div><div>3 May 2021</div>')).toEqual([
      ['Ann Lee', 'Bo Berg'],
      [TEXT],
    ]);
  });

  it('is not a photographer behind a label', () => {
    expect(told('<div class="author">Foto: Ann Lee</div>')[0]).toEqual([]);
  });

  it.each(['Press Release', 'Harbour News', 'Comunicato Stampa'])('is not a section of the site: %s', (line) => {
    expect(told(`<p>${line}</p><p>May 3, 2021</p>`)).toEqual([[], [line, TEXT]]);
  });

  it('is not a place that the text names', () => {
    const html = '<p>Port Orrin</p><p>May 3, 2021</p><p>Port Orrin has a new ferry.</p>';
    expect(told(html)).toEqual([[], ['Port Orrin', 'Port Orrin has a new ferry.', TEXT]]);
  });
});

describe('a page of questions', () => {
  it('names who answered, and when is no text', () => {
    const answer =
      '<div><p>Dry it in the shade.</p><div>answered <span>May 3 ’21 at 8:00</span></div><div><a href="/users/9/ann">Ann Lee</a></div></div>';
    expect(told(`<p>How do I dry a rope?</p>${answer}`)).toEqual([
      ['Ann Lee'],
      ['How do I dry a rope?', 'Dry it in the shade.', TEXT],
    ]);
  });
});

describe('the box of a poll', () => {
  it('is no text, and the state of the polls is', () => {
    const box = '<h3>Do you take the ferry?</h3><ul><li>Yes</li><li>No</li></ul>';
    expect(told(`<p>First.</p><div class="poll">${box}</div>`)[1]).toEqual(['First.', TEXT]);
    expect(told('<div class="poll-results"><p>Forty of a hundred take the ferry.</p></div>')[1]).toEqual([
      'Forty of a hundred take the ferry.',
      TEXT,
    ]);
  });
});

describe('reporters in brackets behind the last sentence', () => {
  it('are authors and no text', () => {
    const article = read(`<p>${TEXT}</p><p>The baker asked for help. (Reporting by Ann Lee; Editing by Bo Berg)</p>`);
    expect(outlineOf(article)).toEqual([TEXT, 'The baker asked for help.']);
    expect(article.authors).toEqual(['Ann Lee']);
  });
});
