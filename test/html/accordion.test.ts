import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const LEAD = 'The ferry rests in winter, and people ask what that means for them and for their tickets.';

function outline(html: string): string[] {
  return outlineOf(read(`<main><p>${LEAD}</p>${html}</main>`)).slice(1);
}

const button = (id: string, words: string) => `<button aria-expanded="false" aria-controls="${id}">${words}</button>`;

describe('a question with its answer in a closed panel', () => {
  it.each([
    ['hidden', `<h3>${button('a', 'Is there a bus?')}</h3><div id="a" hidden><p>Every hour.</p></div>`],
    [
      'not displayed',
      `<h3>${button('a', 'Is there a bus?')}</h3><div id="a" style="display:none"><p>Every hour.</p></div>`,
    ],
    [
      'hidden from screen readers',
      `<h4><span>${button('a', 'Is there a bus?')}</span></h4><section id="a" aria-hidden="true"><p>Every hour.</p></section>`,
    ],
    [
      'below a box around the heading',
      `<div><h3>${button('a', 'Is there a bus?')}</h3></div><div id="a" hidden="until-found"><p>Every hour.</p></div>`,
    ],
    ['open', `<h2><button aria-expanded="true">Is there a bus?</button></h2><div><p>Every hour.</p></div>`],
  ])('is a heading and its text: %s', (_kind, html) => {
    expect(outline(html)).toEqual(['# Is there a bus?', 'Every hour.']);
  });

  it('is an entry of a list of terms', () => {
    const html = `<dl><dt>${button('a', 'Bus')}</dt><dd id="a" hidden>Every hour.</dd></dl>`;
    expect(outline(html)).toEqual(['Bus', 'Every hour.']);
  });

  it.each([
    ['a button in the text', `<p>${button('a', 'More')}</p><div id="a" hidden><p>Every hour.</p></div>`],
    ['a button beside a heading', '<h3>Buses <button>Copy</button></h3><p>Every hour.</p>', '# Buses', 'Every hour.'],
    [
      'a hidden box without a button',
      '<h3>Buses</h3><div id="a" hidden><p>Every hour.</p></div><p>Or not.</p>',
      '# Buses',
      'Or not.',
    ],
    [
      'the panel of another button',
      `<h3>${button('b', 'Buses')}</h3><div id="a" hidden><p>Every hour.</p></div><p>Or not.</p>`,
      '# Buses',
      'Or not.',
    ],
  ])('is not %s', (_kind, html, ...lines) => {
    expect(outline(html)).toEqual(lines);
  });
});
