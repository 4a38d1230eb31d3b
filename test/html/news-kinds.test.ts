import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry.';
const LAST = 'It sails again.';

function page(above: string, below = ''): ReturnType<typeof read> {
  return read(`<main>${above}<p>${TEXT}</p><p>${LAST}</p>${below}</main>`);
}

describe('a line above the text', () => {
  it.each([
    ['an address of mail', '<p>By Ann Lee <a href="mailto:ann@example.org">ann@example.org</a></p>', ['Ann Lee']],
    ['a role in capitals', '<p>ANN LEE<br>HARBOUR CORRESPONDENT</p>', ['ANN LEE']],
    [
      'labelled dates',
      '<div><span>Ann Lee</span><span>Published: 3 May 2021</span><span>Updated: 4 May 2021</span></div>',
      ['Ann Lee'],
    ],
    ['an agency and a date', '<div>Ann Lee / HNA / May 3, 2021, 10:02 IST</div>', ['Ann Lee']],
    ['an agency alone', '<div>HNA | Updated: May 3, 2021, 10:02 IST</div>', ['HNA']],
    ['no name', '<p>Staff Reporter</p>', []],
    ['a date and an outlet', '<div>2021年05月03日 18:00 <a href="/s">港口日报</a></div>', []],
  ])('names the author beside %s', (_kind, html, authors) => {
    expect([page(html).authors, outlineOf(page(html))]).toEqual([authors, [TEXT, LAST]]);
  });

  it('may be a place with a date, which is text', () => {
    expect(outlineOf(page('<p>Bergen Harbour 3 May 2021</p>'))).toContain('Bergen Harbour 3 May 2021');
  });
});

describe('the reporter of an agency', () => {
  it('is named in brackets in Korean', () => {
    const article = read(
      '<main><p>[서울=항구뉴스] 홍길동 기자 = 월요일 아침 마지막 배가 항구를 떠났다.</p><p>◎항구뉴스 hong@example.org</p></main>',
    );
    expect([article.authors, outlineOf(article)]).toEqual([
      ['홍길동'],
      ['[서울=항구뉴스] 홍길동 기자 = 월요일 아침 마지막 배가 항구를 떠났다.'],
    ]);
  });

  it('is named below the text in Japanese', () => {
    expect(page('', '<p>（港新聞・山田太郎）</p>').authors).toEqual(['山田太郎']);
    expect(outlineOf(page('', '<p>（敬称略）</p>'))).toContain('（敬称略）');
  });
});

describe('the words below a picture', () => {
  const img = '<img src="/pier.jpg" width="800" height="500">';
  it.each([
    [
      'in a box with parts',
      `<div class="image">${img}<p class="description">Fog on the pier</p><span class="copyright">Harbour Press</span></div>`,
      'Fog on the pier | Harbour Press',
    ],
    [
      'with the credit behind them',
      `<div>${img}</div><div><span>Fog on the pier.</span> <span>Photo: Ann Lee</span></div>`,
      'Fog on the pier. | Ann Lee',
    ],
    [
      'with the credit twice',
      `<div class="image">${img}<p>Fog on the pier</p><span class="credit">Ann Lee</span><span class="copyright">Copyright Ann Lee</span></div>`,
      'Fog on the pier | Ann Lee',
    ],
  ])('are its caption %s', (_kind, html, caption) => {
    expect(outlineOf(page(`<p>${TEXT}</p>${html}`))).toEqual([TEXT, TEXT, LAST, `image: ${caption}`]);
  });
});

describe('what is beside the text', () => {
  it.each([
    '<p>- Advertisement -</p>',
    '<p>ADVERTISEMENT CONTINUE READING BELOW</p>',
    '<p>Story continues after the ad</p>',
    '<p>责任编辑：</p>',
    '<p>声明：以上内容由用户上传，本平台仅提供信息存储服务。</p>',
  ])('is left out: %s', (html) => {
    expect(outlineOf(read(`<main><p>${TEXT}</p>${html}<p>${LAST}</p></main>`))).toEqual([TEXT, LAST]);
  });

  it('is related under its heading, with dates', () => {
    const teaser = (at: number) => `<div><a href="/x${at}">The bridge ${at}</a><span>3 May 2021</span></div>`;
    expect(outlineOf(page('', `<h4>Related stories</h4>${teaser(1)}${teaser(2)}`)).slice(2)).toEqual([
      'related: The bridge 1',
      'related: The bridge 2',
    ]);
  });

  it('may be the date of a teaser', () => {
    const teaser = '<div>Sept. 2, 2021</div><p><a href="/bridge-is-shut-today">Related: The bridge is shut</a></p>';
    expect(outlineOf(read(`<main><p>${TEXT}</p>${teaser}<p>${LAST}</p></main>`))).toEqual([
      TEXT,
      LAST,
      'related: The bridge is shut',
    ]);
  });

  it('is related if its label says so', () => {
    const line = '<p>[Read: <a href="/lamp-is-lit-again">The lamp is lit again</a>]</p>';
    expect(outlineOf(read(`<main><p>${TEXT}</p>${line}<p>${LAST}</p></main>`))).toEqual([
      TEXT,
      LAST,
      'related: The lamp is lit again',
    ]);
  });
});
