import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT =
  '<p>The harbour was empty on Monday morning, and nobody on the pier could say when a ferry would sail.</p>';
const IMG = '<img src="/pier.jpg" width="800" height="500">';

function article(html: string) {
  return read(`<main><h1>The harbour at night</h1>${html}${TEXT}</main>`);
}

function pictures(html: string) {
  return article(html).sections.flatMap(({ images }) => images.map(({ caption, credit }) => [caption, credit]));
}

describe('a caption', () => {
  it('is read though screen readers skip it, and the label of its credit is none', () => {
    const caption =
      '<span aria-hidden="true">Fog on the pier on Sunday.</span><span><span>Credit...</span><span>Ann Lee for The Harbour Post</span></span>';
    expect(pictures(`<figure>${IMG}<figcaption>${caption}</figcaption></figure>`)).toEqual([
      ['Fog on the pier on Sunday.', 'Ann Lee for The Harbour Post'],
    ]);
  });

  it('is not the text beside a figure', () => {
    const html = `<div><figure>${IMG}</figure><div><p>The third boat sank.</p></div></div>`;
    expect(pictures(html)).toEqual([[null, null]]);
    expect(outlineOf(article(html))).toContain('The third boat sank.');
  });

  it.each([
    [
      `<div class="img_wrapper">${IMG}<span class="img_descr">渡轮驶出港口。图/海港社</span></div>`,
      '渡轮驶出港口。',
      '海港社',
    ],
    [`<p>${IMG}</p><p class="caption">Lunch. Harbour Post file photo</p>`, 'Lunch.', 'Harbour Post file photo'],
    [
      `<figure>${IMG}<figcaption>항구를 떠나는 여객선. 항구일보 자료사진</figcaption></figure>`,
      '항구를 떠나는 여객선.',
      '항구일보 자료사진',
    ],
  ])('is apart from its credit: %s', (html, ...words) => {
    expect(pictures(html)).toEqual([words]);
  });
});

describe('the top of a page', () => {
  it.each([
    [
      'a list of the author, the date and no comments',
      '<ul><li itemprop="author"><a href="/author/ann">Ann Lee</a></li><li><time>March 24, 2023</time></li><li>No Comments</li></ul>',
    ],
    [
      'labels without their dates',
      '<p>By Ann Lee</p><div>出版：<time>2023-03-24</time> 更新：<time>2023-03-25</time></div>',
    ],
    ['two dates with labels', '<p>By Ann Lee</p><div>Giriş: 24.03.2023 - 09:52 Güncelleme: 24.03.2023 - 10:00</div>'],
    ['a label of the reporter', '<div>Haber: Ann Lee</div>'],
    [
      'a date and a Korean reporter in one line',
      '<div><span>2023.03.24. 오전 9:52</span><em class="journalist_name">Ann Lee 기자</em></div>',
    ],
  ])('is no text if it is %s', (_kind, html) => {
    const { authors, sections } = article(html);
    expect(authors).toEqual(['Ann Lee']);
    expect(sections).toHaveLength(1);
    expect(outlineOf(article(html))).toHaveLength(1);
  });
});

describe('a line with a label', () => {
  it.each(['更新：', '原标题：港口渡轮今日复航'])('is text if it may say something of the article: %s', (line) => {
    expect(outlineOf(article(`<p>${line}</p>`))).toContain(line);
  });
});

describe('a line of the site', () => {
  it.each(['<p>海量资讯、精准解读，尽在海港APP</p>', '<p>Compartilhe no WhatsApp</p>', '<p>+5</p>'])(
    'is left out: %s',
    (html) => {
      expect(outlineOf(article(html))).toHaveLength(1);
    },
  );

  it('is a related link in Polish', () => {
    const { sections } = article(`<p><strong>Zobacz też: <a href="/3">Most zamknięty</a></strong></p>`);
    expect(sections).toHaveLength(1);
    expect(sections[0]?.links).toMatchObject([{ text: 'Most zamknięty', role: 'related' }]);
  });
});
