import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const IMG = '<img src="/pier.jpg" width="800" height="500">';
const BEFORE = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';

function pictures(html: string) {
  const images = read(`<main>${BEFORE}${html}</main>`).sections.flatMap((section) => section.images);
  return images.map(({ caption, credit }) => [caption, credit]);
}

describe('the credit of a picture', () => {
  it.each([
    [
      'beside the image, with the caption in its own element',
      `<div>${IMG}<span>Harbour Press</span></div><div><figcaption>Fog on the pier</figcaption></div>`,
      'Fog on the pier',
      'Harbour Press',
    ],
    ['in small print after a sentence', `${IMG}<p>Fog came in. <small>Ann Lee</small></p>`, 'Fog came in.', 'Ann Lee'],
    [
      'in a nameless element without a space',
      `${IMG}<figcaption>Fog came in.<span>ANN LEE (EFE)</span></figcaption>`,
      'Fog came in.',
      'ANN LEE (EFE)',
    ],
    [
      'in the element of the author',
      `${IMG}<figcaption>Fog on the pier <span class="foto-autor">Ann Lee</span></figcaption>`,
      'Fog on the pier',
      'Ann Lee',
    ],
    [
      'below a shorter caption',
      `${IMG}<figcaption><p>Fog came in.</p><p>Ann Lee for The Harbour Post</p></figcaption>`,
      'Fog came in.',
      'Ann Lee for The Harbour Post',
    ],
    [
      'in an element named in camel case',
      `${IMG}<figcaption><span class="figure__captionText">Fog on the pier</span> <span class="figure__captionCredit">Ann Lee/The Harbour Post.</span></figcaption>`,
      'Fog on the pier',
      'Ann Lee/The Harbour Post.',
    ],
    [
      'in an element that schema.org names',
      `${IMG}<figcaption>Fog on the pier <span itemprop="copyrightHolder">Ann Lee</span></figcaption>`,
      'Fog on the pier',
      'Ann Lee',
    ],
    [
      'in a box with the caption that is named after both',
      `${IMG}<div class="photo-source-line"><figcaption>Fog on the pier</figcaption><span class="photo-source">Ann Lee</span></div>`,
      'Fog on the pier',
      'Ann Lee',
    ],
    [
      'in brackets around a label that is a box',
      `${IMG}<figcaption><span>Fog on the pier</span><span class="credit"> (<div>Image:</div>Ann Lee via Harbour)</span></figcaption>`,
      'Fog on the pier',
      'Ann Lee via Harbour',
    ],
    [
      'after a label in an element of its own',
      `${IMG}<figcaption>Fog on the pier <span class="credit"><span class="credit">Credit</span>: Ann Lee;</span></figcaption>`,
      'Fog on the pier',
      'Ann Lee',
    ],
    [
      'without the button that shows more',
      `${IMG}<figcaption>Fog on the pier. Foto: Ann Lee <span role="button">Mehr anzeigen</span></figcaption>`,
      'Fog on the pier.',
      'Ann Lee',
    ],
    [
      'after the number of the picture',
      `${IMG}<div>2 / 14</div><figcaption>Fog on the pier. Foto: Ann Lee</figcaption>`,
      'Fog on the pier.',
      'Ann Lee',
    ],
    [
      'without brackets inside a name',
      `${IMG}<figcaption>Fog on the pier</figcaption><p class="credit">Ann Lee (AFP)</p>`,
      'Fog on the pier',
      'Ann Lee (AFP)',
    ],
    [
      'after an ideographic comma',
      `${IMG}<figcaption>雾中的灯塔，图源：海港图书馆</figcaption>`,
      '雾中的灯塔',
      '海港图书馆',
    ],
  ])('is apart from the caption: %s', (_kind, html, ...words) => {
    expect(pictures(`<figure>${html}</figure>`)).toEqual([words]);
  });

  it.each([
    ['title="Fog on the pier | dpa/Ann Lee"', 'dpa/Ann Lee'],
    ['title="Foto: Ann Lee / Harbour Post"', 'Ann Lee / Harbour Post'],
    ['title="Nebel am Pier; Rechte: WDR" data-credit="Ann Lee"', 'Ann Lee'],
    ['data-credit="© Ann Lee"', 'Ann Lee'],
    ['title="Fog on the pier"', null],
    ['title="Fog on the pier | The Harbour"', null],
    ['title="Ann Lee"', null],
  ])('may be an attribute of it: %s', (attributes, credit) => {
    const image = IMG.replace('<img', `<img ${attributes}`);
    expect(pictures(`<figure>${image}<figcaption>Fog on the pier</figcaption></figure>`)).toEqual([
      ['Fog on the pier', credit],
    ]);
    expect(pictures(image)).toEqual([[null, credit]]);
  });

  it('is the one that is shown, if an attribute has another', () => {
    const image = IMG.replace('<img', '<img title="Fog | dpa"');
    const caption = '<figcaption>Fog on the pier. Foto: Ann Lee</figcaption>';
    expect(pictures(`<figure>${image}${caption}</figure>`)).toEqual([['Fog on the pier.', 'Ann Lee']]);
  });

  it.each([
    ['a work', `<figcaption>Two plays of the summer. <em>Hamlet</em></figcaption>`, 'Two plays of the summer. Hamlet'],
    [
      'a second sentence',
      '<figcaption>Fog came in. <span>It stayed until noon and nobody left</span></figcaption>',
      'Fog came in. It stayed until noon and nobody left',
    ],
    [
      'a name inside a sentence',
      '<figcaption>Fog came in. <em>Ann Lee</em> took the last ferry.</figcaption>',
      'Fog came in. Ann Lee took the last ferry.',
    ],
  ])('is not %s', (_kind, html, caption) => {
    expect(pictures(`<figure>${IMG}${html}</figure>`)).toEqual([[caption, null]]);
  });
});

describe('the caption of a picture', () => {
  it('stays if the image is there twice, for browsers without scripts', () => {
    const lazy = '<img src="data:image/gif;base64,AA" data-original="/pier.jpg" width="800" height="500">';
    const html = `<figure><noscript>${IMG}</noscript>${lazy}<figcaption>Fog on the pier</figcaption></figure>`;
    expect(pictures(html)).toEqual([['Fog on the pier', null]]);
  });

  it('is no row of the table around it', () => {
    const picture = `<td colspan="2"><a href="/File:Pier.jpg">${IMG}</a><div class="infobox-caption">The pier in 1910</div></td>`;
    const rows = '<tr><th>Length</th><td>120 m</td></tr><tr><th>Built</th><td>1842</td></tr>';
    const html = `<table class="infobox"><tr>${picture}</tr>${rows}</table>`;
    expect(pictures(html)).toEqual([['The pier in 1910', null]]);
    expect(linesOf(read(html)).join(' ')).not.toContain('1910');
  });

  it('is no item of the gallery around it', () => {
    const box = (name: string, text: string) =>
      `<li class="gallerybox"><div class="thumb"><img src="/${name}.jpg" width="120" height="90"></div><div class="gallerytext">${text}</div></li>`;
    const html = `<ul class="gallery">${box('east', 'East arch')}${box('west', 'West arch')}</ul>`;
    expect(pictures(html)).toEqual([
      ['East arch', null],
      ['West arch', null],
    ]);
    expect(linesOf(read(`<main>${BEFORE}${html}</main>`))).toHaveLength(1);
  });
});

describe('a picture that opens in large size', () => {
  const meta = '<div class="meta"><span>rope.jpg</span><span>1024×576 88 KB</span></div>';

  it('is kept, without the name and the size of its file', () => {
    const html = `<div class="lightbox-wrapper"><a class="lightbox" href="/pier.jpg">${IMG}${meta}</a></div>`;
    expect(pictures(html)).toHaveLength(1);
    expect(linesOf(read(`<main>${BEFORE}${html}</main>`))).toHaveLength(1);
  });

  it('may be in a button', () => {
    const button = '<button><img src="/a.jpg" srcset="/a.jpg 800w" width="800" height="500"></button>';
    const html = `<div>${button}</div><div class="image-caption"><p>Fog on the pier. Foto: AFP</p></div>`;
    expect(pictures(html)).toEqual([['Fog on the pier.', 'AFP']]);
  });

  it.each(['<img src="/print.svg" alt="print">', '<img src="/x.png" alt="Share on X">'])(
    'is not the icon of a button: %s',
    (icon) => {
      expect(pictures(`<button>${icon}</button>`)).toEqual([]);
    },
  );

  it('is no reason to keep an overlay with controls', () => {
    const html = `<div class="lightbox">${IMG}<p>Previous picture, next picture</p></div>`;
    expect(pictures(html)).toEqual([]);
  });
});
