import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const IMG = '<img src="/pier.jpg" width="800" height="500">';
const BEFORE = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';

function pictures(html: string) {
  const images = read(`<main>${BEFORE}${html}</main>`).sections.flatMap((section) => section.images);
  return images.map(({ caption, credit }) => [caption, credit]);
}

describe('a caption without an element of its own', () => {
  const picture = (attributes: string) => `<img src="/pier.jpg" ${attributes}>`;
  const box = (name: string) =>
    `<div class="${name}"><a href="#">${IMG}</a><p>Fog on the pier. Foto: Ann Lee</p></div>`;

  it.each([
    ['above a line with the credit', `${IMG}<p>Fog on the pier.</p><p>Image: Ann Lee</p>`],
    [
      'above a line with the credit, in a box',
      `<div><span>${IMG}</span><p>Fog on the pier.</p><p>Photo: Ann Lee</p></div>`,
    ],
    ['in a box for pictures', box('picBox full')],
    ['in a frame for images', box('article-image-frame')],
    ['in a legend', `<div>${IMG}</div><div><span class="legend">Fog on the pier. (Foto: Ann Lee)</span></div>`],
    [
      'below a picture with its ratio',
      `<figure>${picture('width="16" height="9"')}<figcaption>Fog on the pier. Foto: Ann Lee</figcaption></figure>`,
    ],
    [
      'below a picture that is hidden from screen readers',
      `<figure><div aria-hidden="true">${picture('')}</div><figcaption>Fog on the pier. Foto: Ann Lee</figcaption></figure>`,
    ],
  ])('is that of its picture: %s', (_kind, html) => {
    const article = read(`<main>${BEFORE}${html}</main>`);
    expect(linesOf(article)).toEqual([BEFORE.slice(3, -4)]);
    expect(pictures(html)).toEqual([['Fog on the pier.', 'Ann Lee']]);
  });

  it.each([
    ['a source', `${IMG}<p>Fog came in at noon.</p><p>Quelle: Ann Lee</p>`],
    ['a long paragraph', `${IMG}<p>${'Fog came in at noon. '.repeat(12)}</p><p>Photo: Ann Lee</p>`],
    ['two paragraphs', `${IMG}<p>Fog came in.</p><p>It was noon.</p><p>Photo: Ann Lee</p>`],
  ])('is not above %s', (_kind, html) => {
    expect(pictures(html).map(([caption]) => caption)).toEqual([null]);
    expect(linesOf(read(`<main>${html}</main>`)).join(' ')).toContain('Fog came in');
  });

  it.each(['width="16" height="16"', 'width="1" height="1"', 'width="9" height="800"'])(
    'is not that of decoration: %s',
    (size) => {
      expect(pictures(`<p>Fog.</p><div>${picture(size)}</div>`)).toEqual(size.includes('16') ? [[null, null]] : []);
    },
  );
});
