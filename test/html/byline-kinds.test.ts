import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT =
  '<p>The harbour was empty on Monday morning, and nobody on the pier could say when a ferry would sail.</p>';

/** The authors, and the lines beside the text. */
function told(html: string): [authors: string[], lines: string[]] {
  const article = read(`<main><h1>The harbour at night</h1>${html}${TEXT}</main>`);
  return [article.authors, outlineOf(article).slice(0, -1)];
}

describe('a byline', () => {
  it.each([
    [
      'a date after a dash',
      '<div class="post__author"><a href="/a/koval">Олена Коваль</a> — 24 березня 2023, 09:52</div>',
      'Олена Коваль',
    ],
    ['a date before the label', '<p>24 марта 2023, 09:52 <span>Автор: Анна Белова</span></p>', 'Анна Белова'],
    ['a date after the label', '<p>Автор: Анна Белова 24 марта 2023, 09:52</p>', 'Анна Белова'],
    ['an Arabic label', '<div class="article-info-line"><span class="author">كتب: أحمد سالم</span></div>', 'أحمد سالم'],
    ['a place in brackets', '<p>Par <a href="/people/jean">Jean Petit</a> (Brest, envoyé spécial)</p>', 'Jean Petit'],
    ['a place in an element of its own', '<div><a href="/autor/ana">Ana Ruiz</a><span>Cádiz</span></div>', 'Ana Ruiz'],
    [
      'a button and the time to read',
      '<div><a data-testid="authorName" href="/@ann">Ann Lee</a><span><a href="#">Follow</a></span><span>4 min read</span><span>·</span><span>Mar 24, 2023</span></div>',
      'Ann Lee',
    ],
    [
      'a person of RDF without a class',
      '<div>Submitted by <span typeof="schema:Person">Ann Lee</span> on Fri, 03/24/2023 - 09:52</div>',
      'Ann Lee',
    ],
    [
      'a reporter of Taiwan',
      '<div>2023-03-24 09:52 海港日報／ 記者<a href="/r/1">林小明</a>／海港即時報導</div>',
      '林小明',
    ],
    [
      'a place of the BBC',
      '<div data-component="byline-block"><span>Ann Lee</span><span>Transport correspondent</span><span>Reporting from </span><span>Oslo</span></div>',
      'Ann Lee',
    ],
    [
      'a place in an element beside the name',
      '<div data-testid="byline-contributors"><div><span data-testid="contributor-0-name">Ann Lee</span><span>Reporting from<!-- --> Oslo Town</span></div></div>',
      'Ann Lee',
    ],
    [
      'a small portrait that links to the author',
      '<div><a href="/@ann"><img alt="Ann Lee" src="/1.jpg" width="44" height="44"></a></div><p>By <a href="/@ann">Ann Lee</a></p>',
      'Ann Lee',
    ],
    [
      'names with the numbers of their institutes',
      '<ul class="article-author-list"><li><a data-test="author-name">Ann Lee</a><sup>1</sup></li></ul>',
      'Ann Lee',
    ],
    [
      'a name and a place in Bengali',
      '<div class="story-meta"><div class="author-location"><span class="contributor-name">রিনা দাস</span><span class="author-location">চট্টগ্রাম</span></div></div>',
      'রিনা দাস',
    ],
    [
      'a list of a name and a role in Hindi',
      '<ul class="author"><li><strong>अनीता शर्मा</strong></li><li>संवाददाता, बंदरगाह</li></ul>',
      'अनीता शर्मा',
    ],
    [
      'an outlet beside the name',
      '<div><time datetime="2023-03-24T09:52">09:52</time> <span>港口時報</span> <a rel="author" href="/r/1">林小明</a></div>',
      '林小明',
    ],
    [
      'fields that only the style of the page sets apart',
      '<div><span>Haber: Ayşe Kaya</span><span>Giriş: 24.03.2023 - 09:52</span><span>Güncelleme: 24.03.2023 - 10:10</span></div>',
      'Ayşe Kaya',
    ],
    ['a date after a dot', '<div><a href="/u/1">海港研究社</a><span>·2023年3月24日 09:52</span></div>', '海港研究社'],
    ['an outlet and a name', '<div>文｜港口周报 林晚<br>2023年3月24日 09:52</div>', '林晚'],
    ['a Korean time with its label', '<div><b>입력시간</b>2023-03-24 09:52</div><p>김민수 기자</p>', '김민수'],
    [
      'a French time of yesterday and how long reading takes',
      '<p>Par <a href="/signataires/jean">Jean Petit</a></p><p>Publié le 24 mars 2023 à 09h52, modifié hier à 18h05 • Lecture 4 min.</p>',
      'Jean Petit',
    ],
    [
      'a badge beside the name',
      '<div class="AuthorInfo"><a href="//example.org/people/chen">陈海</a><div class="AuthorInfo-badgeText">海事工程师</div></div>',
      '陈海',
    ],
  ])('names the author and is no text: %s', (_kind, html, name) => {
    expect(told(html)).toEqual([[name], []]);
  });

  it('is that of an entry of a liveblog', () => {
    const entry = (time: string, text: string) =>
      `<article><h2>${time}</h2><div class="contributor"><span>Ann Lee</span></div><p>${text}</p></article>`;
    const html = `<main><p>Follow what happens here.</p>${entry('Talks end', 'Both sides left.')}${entry('Talks begin', 'The door opened.')}</main>`;
    const { sections } = read(html);
    expect(sections.slice(1).map(({ authors }) => authors)).toEqual([['Ann Lee'], ['Ann Lee']]);
    expect(sections.slice(1).map(({ text }) => text.length)).toEqual([1, 1]);
  });

  it.each([
    ['海港新闻记者 林晚 实习生 陈渡', ['林晚', '陈渡']],
    ['本报记者 林晚、王海', ['林晚', '王海']],
    ['記者 林小明／見習記者 陳海', ['林小明', '陳海']],
    ['港口晚报记者 林晚 通讯员 王海 李风', ['林晚', '王海', '李风']],
  ])('may name a trainee beside the reporter: %s', (line, names) => {
    expect(told(`<div>${line}</div>`)).toEqual([names, []]);
  });

  it('may name who took the pictures in a second line', () => {
    expect(told('<p>Photographs by Ann Lee<br>Text by Bo Berg</p>')).toEqual([['Ann Lee', 'Bo Berg'], []]);
  });

  it.each([
    ['a tag of a blog', '<div><a href="/blog/user/ann/harbour" rel="tag">Harbour</a></div>'],
    [
      'a sentence about the author in Chinese',
      '<div class="author-info"><p>Ann Lee是《港口时报》驻奥斯陆记者</p></div>',
    ],
    ['a link to log in', '<ul><li><a href="/user/login">Log in</a> to write</li></ul>'],
    [
      'who took a picture',
      '<div><img src="/a.jpg" width="800" height="500"><span class="photo-author">© Ann Lee</span></div>',
    ],
    [
      'who took a picture, in a part of its box',
      '<div class="image-box"><img src="/a.jpg" width="800" height="500"><div class="image-box__author">фото: Іван Лис</div></div>',
    ],
  ])('is not %s', (_kind, html) => {
    expect(told(html)[0]).toEqual([]);
  });

  it.each([
    ['[항구일보 김민수 기자] 월요일부터 모든 여객선이 멈췄다.', ['김민수'], '월요일부터 모든 여객선이 멈췄다.'],
    ['(부산=항구통신) 김민수 이하나 기자 = 모든 여객선이 멈췄다.', ['김민수', '이하나'], '모든 여객선이 멈췄다.'],
    ['〔記者林小明／台北報導〕港口渡輪週一起全面停航。', ['林小明'], '港口渡輪週一起全面停航。'],
    ['（海港社記者林小明台北24日電）港口渡輪週一起全面停航。', ['林小明'], '港口渡輪週一起全面停航。'],
  ])('is read at the start of the text, which stays: %s', (line, names, summary) => {
    const article = read(`<main><p>${line}</p></main>`);
    expect(article.authors).toEqual(names);
    expect(outlineOf(article)).toEqual([line]);
    expect(article.summary).toBe(summary);
  });
});

describe('a line above the text', () => {
  it.each([
    ['a date and the source', '<p>March 24, 2023 09:52 ET | Source: Harbour Ltd</p>'],
    [
      'labels of dates that are elsewhere',
      '<div>发表时间： <time>24/03/2023 - 09:52</time> 更改时间： <time>24/03/2023 - 10:10</time></div>',
    ],
  ])('is no text: %s', (_kind, html) => {
    expect(told(html)).toEqual([[], []]);
  });

  it('keeps the words of one paragraph apart, and those of one word together', () => {
    expect(told('<div><span>Fog at noon</span><span>Ferries stop</span></div>')[1]).toEqual([
      'Fog at noon Ferries stop',
    ]);
    expect(
      told('<div><span>i</span><span>Phone</span> <span>ha</span><span>rbour</span> <span>fog</span></div>')[1],
    ).toEqual(['iPhone harbour fog']);
  });
});

describe('a related line', () => {
  it('goes without the brackets around it', () => {
    const { sections } = read(`<main>${TEXT}<p><a href="/x">[Read more: The bridge]</a></p></main>`);
    expect(sections.flatMap(({ links }) => links.map(({ text }) => text))).toEqual(['The bridge']);
  });

  it.each(['Read more: <a href="/x">The bridge</a>', '<a href="/x">Related: The bridge</a>'])(
    'may be a heading: %s',
    (html) => {
      const { sections } = read(`<main>${TEXT}<h3>${html}</h3><p>It sails again.</p></main>`);
      expect(sections.flatMap(({ links }) => links.map(({ text }) => text))).toEqual(['The bridge']);
      expect(sections).toHaveLength(1);
    },
  );

  it.each([
    ['<a href="/x"><strong>►The bridge</strong></a>'],
    ['相關文章：<a href="/x">The bridge↓↓↓</a>'],
    ['<strong>আরও পড়ুন: </strong><a href="/x">The bridge</a>'],
    ['อ่านข่าวเพิ่มเติม : <a href="/x">The bridge</a>'],
    ['<a href="/x">İlginizi çekebilir: The bridge</a>'],
    ['更多报道详见：<a href="/x">The bridge</a>'],
  ])('may have an arrow or a label in other languages: %s', (html) => {
    const article = read(`<main>${TEXT}<p>${html}</p></main>`);
    expect(outlineOf(article).slice(1)).toEqual(['related: The bridge']);
  });
});
