import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const BEFORE = '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew.</p>';
const AFTER = '<p>Somebody had painted the old sign over in the night, and nobody knew who it was.</p>';
const IMG = '<img src="/pier.jpg" alt="The pier" width="800" height="500">';

/** What is said of each picture; fails where a word of it is also text, or a word of the text is gone. */
function told(html: string): [path: string, caption: string | null, credit: string | null][] {
  const article = read(`<main>${BEFORE}${html}${AFTER}</main>`);
  expect(linesOf(article)).toHaveLength(2);
  return article.sections
    .flatMap(({ images }) => images)
    .map(({ url, caption, credit }) => [new URL(url).pathname, caption, credit]);
}

function toldOfOne(html: string) {
  const [first, ...others] = told(html);
  expect(others).toEqual([]);
  return first?.slice(1);
}

describe('a caption', () => {
  it('may be a description beside the rights', () => {
    const html = `<div class="media"><div>${IMG}</div><div class="media__copyright">© Ann Lee</div><div class="media__description">Fog on the pier</div></div>`;
    expect(toldOfOne(html)).toEqual(['Fog on the pier', 'Ann Lee']);
  });

  it.each([
    ['a figcaption', `<figure>${IMG}<figcaption>Fog on the pier</figcaption></figure>`],
    ['a figcaption above', `<figure><figcaption>Fog on the pier</figcaption>${IMG}</figure>`],
    [
      'a figcaption in boxes',
      `<figure><div>${IMG}</div><div><figcaption><p>Fog <em>on</em> the pier</p></figcaption></div></figure>`,
    ],
    [
      'WordPress',
      `<div id="attachment_7" class="wp-caption alignnone">${IMG}<p class="wp-caption-text">Fog on the pier</p></div>`,
    ],
    [
      'a block of WordPress',
      `<figure class="wp-block-image size-large">${IMG}<figcaption class="wp-element-caption">Fog on the pier</figcaption></figure>`,
    ],
    ['a line with a name', `<div class="embed">${IMG}<p class="caption">Fog on the pier</p></div>`],
    ['a line behind', `${IMG}<p class="image-caption">Fog on the pier</p>`],
    ['small print', `<p>${IMG}<small>Fog on the pier</small></p>`],
    ['nameless boxes', `<div><div><div>${IMG}</div></div><div><p>Fog on the pier</p></div></div>`],
    ['a data attribute', '<img src="/pier.jpg" data-caption="Fog on the pier">'],
    [
      'a link around the picture',
      `<figure><a href="/pier.jpg">${IMG}</a><figcaption>Fog on the pier</figcaption></figure>`,
    ],
  ])('is attached to its image in %s', (_kind, html) => {
    expect(toldOfOne(html)).toEqual(['Fog on the pier', null]);
  });

  it.each(['Image caption, ', '图像加注文字，', '图片说明：', 'Pie de foto, '])(
    'goes without its label: %s',
    (label) => {
      expect(toldOfOne(`<figure>${IMG}<figcaption>${label}Fog on the pier</figcaption></figure>`)).toEqual([
        'Fog on the pier',
        null,
      ]);
    },
  );

  it('is text if the box contains nearly all of the text', () => {
    const html = `<div><div>${IMG}</div><div><p>Fog came in at noon, and it was thick.</p></div></div><p>So it was.</p>`;
    expect(linesOf(read(html))).toEqual(['Fog came in at noon, and it was thick.', 'So it was.']);
  });

  it('keeps all its lines', () => {
    expect(
      toldOfOne(`<figure>${IMG}<figcaption><p>Fog on the pier.</p><p>It stayed.</p></figcaption></figure>`),
    ).toEqual(['Fog on the pier. It stayed.', null]);
  });

  it('adds its links to the links of its section', () => {
    const html = `${BEFORE}<figure>${IMG}<figcaption>Fog on <a href="/pier">the pier</a></figcaption></figure>`;
    const [lead] = read(html).sections;
    expect(lead?.images[0]?.caption).toBe('Fog on the pier');
    expect(lead?.links).toEqual([{ url: 'https://example.org/pier', text: 'the pier', role: 'inline' }]);
  });

  it.each([
    ['the text of a paragraph', `<p>${IMG}Fog came in, and stayed until the ferry was heard.</p>`],
    ['a line right beside the picture', `<div>${IMG}<p>Fog came in at noon</p></div>`],
    ['a box with much text', `<div><div>${IMG}</div><div><p>${'Fog came in and stayed. '.repeat(16)}</p></div></div>`],
    ['a box with three lines', `<div><div>${IMG}</div><div><p>Fog</p><p>came</p><p>in</p></div></div>`],
    [
      'a long figure',
      `<figure>${IMG}${'<p>Fog came in, and stayed until the ferry was heard.</p>'.repeat(4)}</figure>`,
    ],
    ['a list', `<figure>${IMG}<ul><li>Fog came in</li><li>and stayed</li></ul></figure>`],
    ['program text', `<figure>${IMG}<pre>fog()</pre></figure>`],
  ])('is not %s', (_kind, html) => {
    const article = read(`${BEFORE}${html}${AFTER}`);
    expect(article.sections[0]?.images).toMatchObject([{ caption: null, credit: null }]);
    expect(linesOf(article).length).toBeGreaterThan(2);
  });

  it('is not a paragraph beside an image', () => {
    const article = read(`<div>${IMG}${BEFORE}</div>${AFTER}`);
    expect(linesOf(article)).toHaveLength(2);
    expect(article.sections[0]?.images[0]?.caption).toBeNull();
  });
});

describe('a credit', () => {
  it.each([
    ['图像来源，Getty Images', 'Getty Images'],
    ['图像来源: 林晚', '林晚'],
    ['圖片來源：中央社', '中央社'],
    ['图片来源，REUTERS', 'REUTERS'],
    ['摄影：林晚', '林晚'],
    ['Image source, Getty Images', 'Getty Images'],
    ['Image copyright: Ann Lee', 'Ann Lee'],
    ['Photo: Ann Lee / Harbour Post', 'Ann Lee / Harbour Post'],
    ['Photograph by: Ann Lee', 'Ann Lee'],
    ['Credit: Ann Lee', 'Ann Lee'],
    ['(Photo: Ann Lee)', 'Ann Lee'],
    ['© Ann Lee', 'Ann Lee'],
    ['(c) AFP', 'AFP'],
    ['Foto: dpa', 'dpa'],
    ['Fuente de la imagen, Getty Images', 'Getty Images'],
    ['صدر الصورة، سلمى الحداد', 'سلمى الحداد'],
  ])('is read in %s', (line, credit) => {
    expect(toldOfOne(`<figure>${IMG}<figcaption>${line}</figcaption></figure>`)).toEqual([null, credit]);
    expect(toldOfOne(`${IMG}<p>${line}</p>`)).toEqual([null, credit]);
  });

  it.each([
    ['cite', `<figure>${IMG}<figcaption>Fog on the pier. <cite>Photo: Ann Lee</cite></figcaption></figure>`],
    ['cite without a label', `<figure>${IMG}<figcaption>Fog on the pier. <cite>Ann Lee</cite></figcaption></figure>`],
    ['a name', `<figure>${IMG}<figcaption>Fog on the pier.</figcaption><span class="credit">Ann Lee</span></figure>`],
    ['cite in between', `<figure>${IMG}<figcaption>Fog on <cite>Ann Lee</cite> the pier.</figcaption></figure>`],
    ['brackets', `<figure>${IMG}<figcaption>Fog on the pier. (Photo: Ann Lee)</figcaption></figure>`],
    ['wide brackets', `<figure>${IMG}<figcaption>Fog on the pier.（图片来源：Ann Lee）</figcaption></figure>`],
    ['a sign in brackets', `<figure>${IMG}<figcaption>Fog on the pier. (© Ann Lee)</figcaption></figure>`],
    ['an end', `<figure>${IMG}<figcaption>Fog on the pier. Photo: Ann Lee</figcaption></figure>`],
    [
      'a line of its own',
      `<figure>${IMG}<figcaption><p>Fog on the pier.</p><p>Photo: Ann Lee</p></figcaption></figure>`,
    ],
    [
      'a paragraph of a role',
      `<div><div>${IMG}<p role="text"><span>图像来源，</span><span>Ann Lee</span></p></div><div><p>Fog on the pier.</p></div></div>`,
    ],
    [
      'a line of its own in boxes',
      `<div><div>${IMG}<p>图像来源：Ann Lee</p></div><div><p>Fog on the pier.</p></div></div>`,
    ],
    [
      'labels for those who listen',
      `<figure>${IMG}<span><span class="visually-hidden">Image source, </span><span role="text">Ann Lee</span></span><figcaption><span class="visually-hidden">Image caption, </span>Fog on the pier.</figcaption></figure>`,
    ],
  ])('is separated from the caption: %s', (_kind, html) => {
    const [caption, credit] = toldOfOne(html) ?? [];
    expect(credit).toBe('Ann Lee');
    expect(caption).toMatch(/^Fog on the pier\.?$/);
  });

  it.each(['Ann Lee/AFP', 'Ann Lee / Getty Images', 'Copyright Ann Lee'])(
    'of an agency stands right behind: %s',
    (line) => {
      expect(toldOfOne(`<p>${IMG}</p><p>${line}</p>`)).toEqual([null, line.replace('Copyright ', '')]);
    },
  );

  it('in the boxes of a broadcaster is attached to its image', () => {
    const html = `<div><div><div data-e2e="image-placeholder"><div><div></div></div>${IMG}<p role="text"><span>图像来源，</span><span>Getty Images</span></p></div></div></div>`;
    expect(toldOfOne(html)).toEqual([null, 'Getty Images']);
  });

  it.each(['图像来源，Getty Images', 'Image source, Getty Images'])(
    'of a decoration is removed with it: %s',
    (line) => {
      const html = `<div><img src="/rule.png" alt="Presentational grey line" width="464" height="2"><p role="text">${line}</p></div>`;
      expect(told(html)).toEqual([]);
    },
  );

  it('is not read in a sentence of the text', () => {
    for (const line of [
      'Photo by photo, the sea took the pier.',
      '摄影是他的爱好，他说：“码头最好看。”',
      'Source of the fog',
    ]) {
      expect(linesOf(read(`${BEFORE}${IMG}<p>Fog.</p><p>${line}</p>`))).toContain(line);
    }
  });
});

describe('several images', () => {
  it('of a gallery keep a caption each', () => {
    const html =
      '<div class="gallery"><figure><img src="/1.jpg"><figcaption>The first one. Photo: Ann</figcaption></figure><figure><img src="/2.jpg"><figcaption>Two</figcaption></figure></div>';
    expect(told(html)).toEqual([
      ['/1.jpg', 'The first one.', 'Ann'],
      ['/2.jpg', 'Two', null],
    ]);
  });

  it('in adjacent boxes keep their own captions', () => {
    expect(told('<div><div><img src="/1.jpg"></div><div><img src="/2.jpg"></div></div>')).toEqual([
      ['/1.jpg', null, null],
      ['/2.jpg', null, null],
    ]);
  });

  it('of one figure keep the text after each', () => {
    const html =
      '<figure><div><img src="/1.jpg"></div><figcaption>One</figcaption><div><img src="/2.jpg"></div><figcaption>Two</figcaption></figure>';
    expect(told(html)).toEqual([
      ['/1.jpg', 'One', null],
      ['/2.jpg', 'Two', null],
    ]);
  });

  it('in a list have captions', () => {
    const html =
      '<ul class="slides"><li><figure><img src="/1.jpg"><figcaption>The first of them</figcaption></figure></li><li><figure><img src="/2.jpg"><figcaption>The second</figcaption></figure></li></ul>';
    expect(told(html)).toEqual([
      ['/1.jpg', 'The first of them', null],
      ['/2.jpg', 'The second', null],
    ]);
  });

  it('in nested figures keep a caption each', () => {
    const html =
      '<figure class="wp-block-gallery"><figure><img src="/1.jpg"><figcaption>One</figcaption></figure><figure><img src="/2.jpg"><figcaption>Two</figcaption></figure></figure>';
    expect(told(html)).toEqual([
      ['/1.jpg', 'One', null],
      ['/2.jpg', 'Two', null],
    ]);
  });
});

describe('a linked image', () => {
  function links(html: string) {
    return read(BEFORE + html + AFTER).sections.flatMap((section) => section.links);
  }

  it('keeps its link, with its description as text', () => {
    expect(links(`<a href="https://maps.example.com/pier">${IMG}</a>`)).toEqual([
      { url: 'https://maps.example.com/pier', text: 'The pier', role: 'inline' },
    ]);
    expect(links(`<figure><a href="https://maps.example.com/pier"><img src="/pier.jpg"></a></figure>`)).toEqual([
      { url: 'https://maps.example.com/pier', text: 'maps.example.com', role: 'inline' },
    ]);
  });

  it('has no link to itself', () => {
    expect(links(`<a href="https://example.org/pier.jpg">${IMG}</a>`)).toEqual([]);
    expect(links(`<figure><a href="/pier.jpg">${IMG}</a><figcaption>Fog</figcaption></figure>`)).toEqual([]);
  });
});

describe('the captions of a gallery', () => {
  const figure = (src: string) => `<figure><img src="${src}" width="800" height="600"></figure>`;
  const item = (at: number, caption: string) =>
    `<div class="item"><img src="/${at}.jpg" width="800" height="600" data-caption="${caption}"></div>`;

  it('belongs to its first image if it has one for all', () => {
    const html = `<p>One.</p><figure class="gallery">${figure('/a.jpg')}${figure('/b.jpg')}${figure('/c.jpg')}<figcaption>Fog and boats</figcaption></figure>`;
    expect(read(html).sections[0]?.images.map(({ caption }) => caption)).toEqual(['Fog and boats', null, null]);
  });

  it.each([2, 3, 5])('are each image’s own, and the visible one is not repeated: %i images', (count) => {
    const items = Array.from({ length: count }, (_, at) => item(at, `Fog ${at}. (Ann Lee/AFP)`)).join('');
    const html = `<p>One.</p><div class="figure rotator">${items}<div class="image-caption">Fog 0. (Ann Lee/AFP)</div></div>`;
    const article = read(html);
    expect(article.sections[0]?.images.map(({ caption }) => caption)).toEqual(
      Array.from({ length: count }, (_, at) => `Fog ${at}.`),
    );
    expect(article.sections[0]?.images.every(({ credit }) => credit === 'Ann Lee/AFP')).toBe(true);
    expect(linesOf(article)).toEqual(['One.']);
  });
});

describe('a closing line with a credit', () => {
  it.each([
    ['Photo: Harbour Press', 'Harbour Press'],
    ['Imagen | Harbour Press', 'Harbour Press'],
    ['Titelbild: Harbour Press', 'Harbour Press'],
    ['Lead image: Harbour Press', 'Harbour Press'],
    ['题图：海港社', '海港社'],
    ['写真：海港社', '海港社'],
    ['Foto de portada: Harbour Press', 'Harbour Press'],
  ])('belongs to the picture: %s', (line, credit) => {
    const article = read(
      `<img src="/a.jpg" width="800" height="600"><p>It is late.</p><p>It rained.</p><p><em>${line}</em></p>`,
    );
    expect(linesOf(article)).toEqual(['It is late.', 'It rained.']);
    expect(article.sections[0]?.images.map((image) => image.credit)).toEqual([credit]);
  });

  it.each(['图：2019年各港口渡轮班次与乘客人数', '图2：近五年海港周边房屋租金的变化（单位：%）'])(
    'is no title of a chart: %s',
    (line) => {
      const article = read(
        `<img src="/a.jpg" width="800" height="600"><p>It is late.</p><p>It rained.</p><p>${line}</p>`,
      );
      expect(linesOf(article).at(-1)).toBe(line);
      expect(article.sections[0]?.images.map((image) => image.credit)).toEqual([null]);
    },
  );

  it('is text without a picture, and if it is a sentence', () => {
    expect(linesOf(read('<p>It is late.</p><p>Photo: Harbour Press</p>'))).toHaveLength(2);
    const long = `Photographs: ${'they hung on every wall of the house and '.repeat(4)}in the yard.`;
    expect(linesOf(read(`<img src="/a.jpg" width="800" height="600"><p>One.</p><p>${long}</p>`))).toHaveLength(2);
  });
});
