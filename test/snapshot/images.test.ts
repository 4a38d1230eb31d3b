import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = '<p>Nobody on the pier had been told that the ferry would stop at noon.</p>';
const SIZE = 'width="800" height="500"';

function images(html: string): Image[] {
  return read(`${TEXT}${html}${TEXT.replace('Nobody', 'Somebody')}`).sections.flatMap((section) => section.images);
}

function urls(html: string): string[] {
  return images(html).map(({ url }) => url);
}

describe('an image', () => {
  it('is read with all its texts', () => {
    expect(images(`<img src="/pier.jpg" alt=" The  pier " ${SIZE}>`)).toEqual([
      {
        url: 'https://example.org/pier.jpg',
        original: null,
        alt: 'The pier',
        caption: null,
        credit: null,
        width: 800,
        height: 500,
        candidates: [{ url: 'https://example.org/pier.jpg', width: null }],
      },
    ]);
  });

  it('has no size if the page has none in pixels', () => {
    expect(images('<img src="/pier.jpg" width="100%" height="auto">')).toMatchObject([{ width: null, height: null }]);
  });

  it.each([
    '<img SRC="/pier.jpg">',
    '<imgsrc="/pier.jpg">',
    '<amp-img src="/pier.jpg" width="800" height="500"></amp-img>',
    '<img src=" /pier.jpg\n">',
    '<p><span><img src="/pier.jpg"></span></p>',
    '<center><font><img src=/pier.jpg></font></center>',
    '<table><tr><td><img src="/pier.jpg"></td></tr></table>',
  ])('is found in %s', (html) => {
    expect(urls(html)).toEqual(['https://example.org/pier.jpg']);
  });

  it.each(['data:image/png;base64,AAAA', 'blob:https://example.org/1', '', 'file:///pier.jpg', 'about:blank'])(
    'is none at %j',
    (src) => {
      expect(images(`<img src="${src}">`)).toEqual([]);
    },
  );

  it('is listed once in a section', () => {
    expect(urls('<img src="/pier.jpg"><p>Fog.</p><img src="https://example.org/pier.jpg">')).toHaveLength(1);
  });

  it('belongs to its section', () => {
    const { sections } = read(`<img src="/1.jpg">${TEXT}<h2>Boats</h2><img src="/2.jpg">${TEXT}<img src="/3.jpg">`);
    expect(sections.map((section) => section.images.map(({ url }) => new URL(url).pathname))).toEqual([
      ['/1.jpg'],
      ['/2.jpg', '/3.jpg'],
    ]);
  });

  it('makes an article even without text', () => {
    expect(read('<main><img src="/pier.jpg"></main>').sections[0]?.images).toHaveLength(1);
  });
});

describe('the best candidate', () => {
  const NARROW = 'https://img.example.org/240/pier.jpg 240w, https://img.example.org/800/pier.jpg 800w';

  it('is the largest that a srcset offers, in any case of its name', () => {
    const [image] = images(`<img srcSet="${NARROW}" src="https://img.example.org/640/pier.jpg">`);
    expect(image?.url).toBe('https://img.example.org/800/pier.jpg');
    expect(image?.candidates).toEqual([
      { url: 'https://img.example.org/240/pier.jpg', width: 240 },
      { url: 'https://img.example.org/800/pier.jpg', width: 800 },
      { url: 'https://img.example.org/640/pier.jpg', width: null },
    ]);
  });

  it.each([
    [`${NARROW}, /2048/pier.jpg 2048w, /4096/pier.jpg 4096w`, 'https://example.org/2048/pier.jpg'],
    ['/4096/pier.jpg 4096w, /3000/pier.jpg 3000w', 'https://example.org/3000/pier.jpg'],
    ['/a,b/pier.jpg 300w,/c/pier.jpg 600w', 'https://example.org/c/pier.jpg'],
  ])('is at most 2,048 px wide if possible: %s', (srcset, url) => {
    expect(urls(`<img srcset="${srcset}">`)).toEqual([url]);
  });

  it('is the one without a width if the others are wider than 2,048 px', () => {
    expect(urls('<img src="/pier.jpg" srcset="/4096/pier.jpg 4096w">')).toEqual(['https://example.org/pier.jpg']);
  });

  it('keeps the largest width of an address', () => {
    expect(images('<img srcset="/pier.jpg 300w, /pier.jpg 600w, /other.jpg 500w">')).toMatchObject([
      { url: 'https://example.org/pier.jpg', candidates: [{ width: 600 }, { width: 500 }] },
    ]);
  });

  it('is read from a srcset with densities, or with data in it', () => {
    expect(urls('<img srcset="/pier.jpg 1x, /pier@2x.jpg 2x">')).toHaveLength(1);
    expect(urls('<img srcset="data:image/gif;base64,R0lGOD 240w" src="/pier.jpg">')).toEqual([
      'https://example.org/pier.jpg',
    ]);
  });

  it('is read from the sources of a <picture>, which is one image', () => {
    const html =
      '<picture><source type="image/webp" srcset="/640.webp 640w, /1280.webp 1280w, /2560.webp 2560w"><source srcset="/320.jpg 320w"><img src="/640.jpg" alt="The pier" width="640" height="400"></picture>';
    expect(images(html)).toMatchObject([{ url: 'https://example.org/1280.webp', alt: 'The pier', width: 640 }]);
    expect(images(html)[0]?.candidates).toHaveLength(5);
  });
});

describe('a lazy-loaded image', () => {
  it.each([
    '<img data-src="/pier.jpg" src="data:image/gif;base64,R0lGOD">',
    '<img data-src="/pier.jpg" src="/static/blank.gif">',
    '<img data-original="/pier.jpg" src="/static/grey.png" class="lazy">',
    '<img data-lazy-src="/pier.jpg">',
    '<img data-srcset="/pier.jpg 800w, /small/pier.jpg 200w" src="/static/loading.svg">',
    '<img data-actualsrc="/pier.jpg" src="//zhstatic.example.com/whitedot.jpg">',
    '<picture><source data-srcset="/pier.jpg 900w"><img data-src="/other.jpg" src="/blank.png"></picture>',
  ])('has its real address: %s', (html) => {
    expect(urls(html)).toEqual(['https://example.org/pier.jpg']);
  });

  it('does not offer its placeholder', () => {
    const html = '<img data-src="/pier.jpg" src="/static/blank.gif" srcset="/static/loading.svg 40w">';
    expect(images(html)[0]?.candidates).toEqual([{ url: 'https://example.org/pier.jpg', width: null }]);
  });

  it('does not read a word in a data attribute as its address', () => {
    expect(urls('<img data-lazy="true" data-original="pier" src="/pier.jpg">')).toEqual([
      'https://example.org/pier.jpg',
    ]);
  });

  const REAL = `<img src="/pier.jpg" alt="The pier" ${SIZE}>`;

  it.each([
    ['alone', `<noscript>${REAL}</noscript>`],
    ['behind its lazy twin', `<img data-src="/pier.jpg" src="/blank.gif"><noscript>${REAL}</noscript>`],
    ['behind a twin of another size', `<img data-src="/small/pier.jpg"><noscript>${REAL}</noscript>`],
    ['behind a placeholder', `<img src="data:image/gif;base64,R0lGOD" class="lazy"><noscript>${REAL}</noscript>`],
    [
      'in a figure',
      `<figure><img data-src="/pier.jpg"><noscript>${REAL}</noscript><figcaption>Fog</figcaption></figure>`,
    ],
    ['in a figure alone', `<figure><noscript>${REAL}</noscript><figcaption>Fog</figcaption></figure>`],
    ['behind a box', `<div><div class="lazy"><img data-src="/pier.jpg"></div><noscript>${REAL}</noscript></div>`],
    ['inside a link', `<a href="/gallery"><noscript>${REAL}</noscript></a>`],
  ])('is found once if <noscript> is %s', (_kind, html) => {
    expect(images(html)).toHaveLength(1);
  });

  it('adds no text of <noscript>', () => {
    const html = `<noscript>${REAL}<p>Please turn on scripts.</p></noscript>`;
    expect(linesOf(read(TEXT + html))).toHaveLength(1);
  });
});

describe('an image proxy', () => {
  it.each([
    ['https://images.weserv.nl/?url=img.example.com/pier.jpg', 'https://img.example.com/pier.jpg'],
    [
      'https://images.weserv.nl/?url=https%3A%2F%2Fimg.example.com%2Fpier.jpg%3Fw%3D9&w=300',
      'https://img.example.com/pier.jpg?w=9',
    ],
    ['https://images.weserv.nl/?url=ssl:img.example.com/pier.jpg', 'https://img.example.com/pier.jpg'],
    ['//wsrv.nl/?url=http://img.example.com/pier.jpg', 'http://img.example.com/pier.jpg'],
    ['https://i0.wp.com/img.example.com/2021/pier.jpg?resize=600', 'https://img.example.com/2021/pier.jpg'],
    ['https://i2.wp.com/img.example.com/pier.jpg', 'https://img.example.com/pier.jpg'],
  ])('is kept, with the address behind it as the original: %s', (src, original) => {
    const url = new URL(src, 'https://example.org').href;
    expect(images(`<img src="${src.replaceAll('&', '&amp;')}">`)).toMatchObject([{ url, original }]);
  });

  it.each([
    'https://images.weserv.nl/?url=127.0.0.1/pier.jpg',
    'https://images.weserv.nl/?url=localhost/pier.jpg',
    'https://images.weserv.nl/?url=file:///etc/pier.jpg',
    'https://img.example.org/?url=img.example.com/pier.jpg',
    'https://i0.wp.com.example.org/img.example.com/pier.jpg',
  ])('has no original at %s', (src) => {
    expect(images(`<img src="${src}">`).map(({ original }) => original)).toEqual([null]);
  });

  it('without an image is ignored', () => {
    expect(images('<img src="https://images.weserv.nl/?url=">')).toEqual([]);
  });

  it('is not chosen if the page also has the original, larger', () => {
    const html =
      '<img srcset="https://img.example.com/800/pier.jpg 800w" src="https://wsrv.nl/?url=img.example.com/pier.jpg">';
    expect(images(html)).toMatchObject([{ url: 'https://img.example.com/800/pier.jpg', original: null }]);
  });
});

describe('decoration', () => {
  it.each([
    ['a tracking pixel', '<img src="https://count.example.com/t?id=1" width="1" height="1">'],
    ['a thin rule', '<img src="/a.jpg" width="464" height="2">'],
    ['a small icon', '<img src="/a.png" width="15" height="15">'],
    ['a long banner', '<img src="/a.jpg" width="1000" height="49">'],
    ['a tall rule', '<img src="/a.jpg" width="20" height="401">'],
    ['a grey line', '<img src="/news/presentational_grey_line464.jpg" width="464" height="30">'],
    ['what says it is for show', '<img src="/a.jpg" alt="Presentational white space" width="464" height="60">'],
    ['a spacer', '<img src="/images/spacer.gif">'],
    ['a placeholder', '<img src="https://static.example.org/img/placeholder.png">'],
    ['a sharing icon', '<img src="/icons/share.svg">'],
    ['a counter', '<img src="https://pixel.wp.com/b.gif?host=example.org">'],
    ['a portrait of the author', '<img class="avatar avatar-64" src="/ann.jpg" width="64" height="64">'],
    ['a portrait kept elsewhere', '<img src="https://secure.gravatar.com/avatar/0a1b?s=200" width="200">'],
    ['what nobody sees', '<img src="/a.jpg" hidden>'],
    ['what is not displayed', '<div style="display:none"><img src="/a.jpg"></div>'],
    [
      'what stands in a frame for advertisements',
      '<div class="ad-container"><img src="/a.jpg" width="300" height="250"></div>',
    ],
  ])('is ignored: %s', (_kind, html) => {
    expect(images(html)).toEqual([]);
  });

  it.each([
    ['as small as can be', '<img src="/a.jpg" width="16" height="16">'],
    ['as long as can be', '<img src="/a.jpg" width="1000" height="50">'],
    ['a large portrait of whom the text is about', '<img class="headshot" src="/ann.jpg" width="600" height="800">'],
    ['one of a pipeline', '<img src="/2021/pipeline.jpg" width="640" height="400">'],
    ['one of a loading dock', '<img src="/2021/loading-dock-at-night.jpg">'],
    ['one of share prices', '<img src="/2021/share-prices-fall.png">'],
    ['one that is shown larger', '<img src="/2021/harbour-at-night-zoom.jpg">'],
    ['one that is hidden from screen readers only', '<img src="/a.jpg" aria-hidden="true" width="640">'],
  ])('is not %s', (_kind, html) => {
    expect(images(html)).toHaveLength(1);
  });
});
