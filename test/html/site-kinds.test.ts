import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const LEAD =
  'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry, which was asleep.';
const TITLE = '<h1>The harbour at night</h1>';

/** The lines below the lead. */
function outline(html: string): string[] {
  const [lead, ...lines] = outlineOf(read(`<main><p>${LEAD}</p>${html}</main>`));
  expect(lead).toBe(LEAD);
  return lines;
}

/** What is above the lead, and the authors. */
function top(html: string): [authors: string[], lines: string[]] {
  const article = read(`<main>${html}<p>${LEAD}</p><p>It sails again.</p></main>`);
  return [article.authors, outlineOf(article).slice(0, -2)];
}

describe('who wrote it', () => {
  it.each([
    [
      'names with roles, each in a box',
      `${TITLE}<div data-component="byline-block"><span data-testid="byline-contributors"><div><span>Ann Lee</span><div>Harbour correspondent</div></div><div><span>Bo Berg</span><div>BBC News, Bergen</div></div></span></div>`,
      ['Ann Lee', 'Bo Berg'],
    ],
    [
      'a person of RDF in the footer above the text',
      `${TITLE}<footer class="node__meta"><div class="node__submitted">Submitted by <span typeof="schema:Person">Ann Lee</span> on Mon, 05/03/2021 - 06:30</div></footer>`,
      ['Ann Lee'],
    ],
    [
      'LaTeXML',
      `${TITLE}<div class="ltx_authors"><span class="ltx_creator ltx_role_author"><span class="ltx_personname">Ann Lee</span><span class="ltx_author_notes">Harbour University</span></span></div>`,
      ['Ann Lee'],
    ],
    [
      'a line without a date',
      `${TITLE}<p>Von <a href="/a1">Anna Lindner</a> und <a href="/a2">Bo Berg</a></p>`,
      ['Anna Lindner', 'Bo Berg'],
    ],
    ['a line in Chinese', `${TITLE}<p>文／林晚</p>`, ['林晚']],
    ['a label in Hindi', `${TITLE}<div class="byline">लेखक: <a href="/author/1">अनिल शर्मा</a></div>`, ['अनिल शर्मा']],
    ['a label in Thai with the date', `${TITLE}<p>3 พ.ค. 2564 18:05 น. โดย: สมชาย ใจดี</p>`, ['สมชาย ใจดี']],
    [
      'a date in Persian digits',
      `${TITLE}<p>تاریخ انتشار: ۱۳ آبان ۱۴۰۰ - ۱۸:۰۵</p><p>نویسنده: مینا رضایی</p>`,
      ['مینا رضایی'],
    ],
    [
      'a name with an agency',
      `${TITLE}<div class="byline">Von <span>Anna Lindner mit AP</span></div>`,
      ['Anna Lindner'],
    ],
    [
      'a label of the date in the byline',
      `${TITLE}<div class="author">Par Jean Petit | Publié le</div>`,
      ['Jean Petit'],
    ],
    ['a sentence in Greek', `${TITLE}<p>Γράφει ο Νίκος Παπάς</p>`, ['Νίκος Παπάς']],
    ['a name and a place in capitals', `${TITLE}<p class="byline">By ANN LEE AT THE HARBOUR</p>`, ['ANN LEE']],
    [
      'names with the numbers of their institutes',
      `${TITLE}<div class="authors"><span class="personname">Ann Lee<sup>1</sup></span>, <span class="personname">Bo Berg<sup>2,3</sup></span></div>`,
      ['Ann Lee', 'Bo Berg'],
    ],
    [
      'a portrait with the name beside it',
      `<div><a href="/ann"><img class="avatar" src="/u/1.png" alt="Ann Lee" width="90" height="90"></a><a href="/ann">Ann Lee</a> <time datetime="2021-05-03T06:30Z">May 3</time></div>${TITLE}`,
      ['Ann Lee'],
    ],
    [
      'WordPress, each word in a box',
      `${TITLE}<div><p>by</p><div class="wp-block-post-author-name"><a href="/author/ann">Ann Lee</a></div><p>in</p><div class="wp-block-post-terms"><a href="/c">Town</a></div></div>`,
      ['Ann Lee'],
    ],
    ['a label in Hebrew', `${TITLE}<div class="authors">מאת: <span>נועה לוי</span></div>`, ['נועה לוי']],
    [
      'a box of Joomla',
      `${TITLE}<dl class="article-info"><dt>Details</dt><dd class="createdby" itemprop="author">Written by: <span itemprop="name">Ann Lee</span></dd><dd>Hits: 312</dd></dl>`,
      ['Ann Lee'],
    ],
  ])('is read from %s', (_kind, html, names) => {
    expect(top(html)).toEqual([names, []]);
  });

  it.each([
    ['Reporting by Ann Lee in Oslo and Bo Berg; editing by Cy Dahl', ['Ann Lee', 'Bo Berg']],
    ['(Additional reporting by Ann Lee; editing by Cy Dahl)', []],
    ['ann.lee@example.org', []],
    ['jho/dpa', []],
    ['Redaktion: Ann Lee', []],
    ['版面编辑：林晚', []],
    ['港口之声记者林晚 海港报道 责编：王海 网编：李风', ['林晚']],
    ['(ann/AFP)', []],
    ['港口之声记者林晚巴黎报道 责编：王海 网编：李风', ['林晚']],
    ['港口之声记者林小晚台北报导 责编 王海', ['林小晚']],
    ['港口之声记者林晚 李小风华盛顿报道 责编：王海', ['林晚', '李小风']],
    ['港口之声记者 林晚、李风 台北、台中综合报导 责编 王海', ['林晚', '李风']],
    ['值班主编 | 林晚 值班编辑 | 小风', []],
    ['المصدر : وكالات', []],
    ['Quelle: dpa, Hafenblatt', []],
    ['Source: agencies', []],
    ['Kaynak: Liman Haber', []],
    ['Źródło: PAP', []],
    ['Πηγή: Λιμάνι', []],
    ['Bron: ANP', []],
    ['מקור: נמל היום', []],
    ['Interview: Ann Lee', ['Ann Lee']],
    ['Das Gespräch führte Anna Lindner.', ['Anna Lindner']],
    ['Propos recueillis par Jean Petit', ['Jean Petit']],
    ['Wywiad: Anna Nowak', ['Anna Nowak']],
    ['(Interview by Ann Lee and Bo Berg)', ['Ann Lee', 'Bo Berg']],
  ])('may be below the text: %s', (line, names) => {
    const article = read(`<p>${LEAD}</p><p>It sails again.</p><p>${line}</p>`);
    expect(article.authors).toEqual(names);
    expect(outlineOf(article)).toEqual([LEAD, 'It sails again.']);
  });

  it.each([
    ['Our reading room: open until eight.', 'Reporting by Ann Lee; editing by Bo Berg', ['Ann Lee']],
    ['读者热线服务：每天早上八点', '记者：林晚 责编：王海', ['林晚']],
  ])('may be above a line that the site adds: %s', (added, line, names) => {
    const article = read(`<p>${LEAD}</p><p>It sails again.</p><p>${line}</p><p>${added}</p>`);
    expect(article.authors).toEqual(names);
    expect(outlineOf(article)).toEqual([LEAD, 'It sails again.', added]);
  });

  it.each([
    ['a table', '<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2021</td><td>3</td></tr></table>'],
    ['a chart', '<iframe src="https://charts.example/1" width="600" height="400"></iframe>'],
  ])('does not include the source of %s', (_kind, chart) => {
    const article = read(`<p>${LEAD}</p><p>It sails again.</p>${chart}<p>Source: Harbour Office</p>`);
    expect(outlineOf(article)).toContain('Source: Harbour Office');
  });

  it.each([
    'An interview by the pier is not for Ann Lee',
    'Interview: what the captain says about the fog that came in May',
  ])('is not a line about an interview: %s', (line) => {
    const article = read(`<p>${LEAD}</p><p>It sails again.</p><p>${line}</p>`);
    expect([article.authors, outlineOf(article).at(-1)]).toEqual([[], line]);
  });

  it.each([
    ['船は正午に止まった。（山田花子）', ['山田花子']],
    ['船は正午に止まった。【山田花子】', ['山田花子']],
    ['船は正午に止まった。（ロンドン＝山田花子、鈴木一郎）', ['山田花子', '鈴木一郎']],
    ['船は正午に止まった。（共同）', []],
    ['船は止まった（古い看板）', []],
  ])('may be at the end of a Japanese text: %s', (line, names) => {
    const article = read(`<p>霧が桟橋を包んだ。</p><p>${line}</p>`, { title: '港の夜' });
    expect(article.authors).toEqual(names);
    expect(outlineOf(article)).toContain(line);
  });
});

describe('lines of dates above the text', () => {
  it.each([
    'Понеділок, 3 травня 2021, 09:30',
    '3 мая 2021, 09:30',
    'Publié le 03 mai 2021 à 06h30, modifié le 03 mai 2021 à 09h12',
    'Last modified on Mon 3 May 2021 09.12 BST',
    '3 maja 2021, 09:30',
  ])('are no text: %s', (line) => {
    expect(top(`${TITLE}<p>${line}</p>`)).toEqual([[], []]);
  });

  it.each(['Date', 'When:', '日時'])('are text below the label of an event: %s', (label) => {
    const html = `${TITLE}<dl><dt>${label}</dt><dd>3 May 2021, 18:00</dd></dl>`;
    expect(top(html)).toEqual([[], [label, '3 May 2021, 18:00']]);
  });

  it('leave the sentence that is in their paragraph', () => {
    expect(top(`${TITLE}<p>3 May 2021, 18:00<br>It is late.</p>`)[1].join('')).toContain('It is late.');
  });
});

describe('numbers and years above headings', () => {
  it.each([
    ['places in a list', '1', '2'],
    ['places with a dot', '10.', '9.'],
    ['years', '1951', '2021'],
    ['dates', '3 May 1951', '4 May 2021'],
  ])('are part of them: %s', (_kind, one, two) => {
    const html = `<div><span>${one}</span><h2>First</h2><p>One.</p></div><div><span>${two}</span><h2>Last</h2><p>Two.</p></div>`;
    expect(outline(html)).toEqual([`# ${one} First`, 'One.', `# ${two} Last`, 'Two.']);
  });

  it('are part of those that are bold lines, as the number is', () => {
    const part = (number: string, title: string, text: string) =>
      `<p><strong>${number}</strong></p><p><strong>${title}</strong></p><p>${text}</p>`;
    const html = `${part('01', 'First', 'One.')}${part('02', 'Last', 'Two.')}`;
    expect(outline(html)).toEqual(['# 01 First', 'One.', '# 02 Last', 'Two.']);
  });

  it('are text if there is only one', () => {
    expect(outline('<p>1951</p><h2>First</h2><p>One.</p>')).toEqual(['1951', '# First', 'One.']);
  });
});

describe('a line between asterisks', () => {
  it.each(['**雾中的渡船**', '＊＊雾中的渡船＊＊', '** 雾中的渡船 **', '***雾中的渡船***', '__雾中的渡船__'])(
    'is a heading without them: %s',
    (line) => {
      expect(outline(`<p>${line}</p><p>渡船在码头停了一夜，没有人知道它什么时候开。</p>`)).toEqual([
        '# 雾中的渡船',
        '渡船在码头停了一夜，没有人知道它什么时候开。',
      ]);
    },
  );

  it.each(['5 ** 2 ** 3', '**bold** and more', '<code>**kwargs**</code> is it'])('is not %s', (line) => {
    expect(outline(`<p>${line}</p><p>It sails at noon.</p>`)).toEqual([
      line.replaceAll(/<[^>]+>/g, ''),
      'It sails at noon.',
    ]);
  });

  it('stays in code', () => {
    expect(outline('<pre>**bold**</pre>')).toEqual(['` **bold**']);
  });
});

describe('a year in an element for times', () => {
  it('is text, unlike the date of the page', () => {
    const html =
      '<ul><li><time>1911</time><h3>The first boat</h3><p>It costs a penny.</p></li><li><time>1944–46</time><h3>The stop</h3><p>No boats.</p></li></ul>';
    expect(outline(`<time datetime="2021-05-03">3 May 2021</time>${html}`)).toEqual([
      '# 1911 The first boat',
      'It costs a penny.',
      '# 1944–46 The stop',
      'No boats.',
    ]);
  });
});

describe('a picture', () => {
  const IMG = '<img src="/pier.jpg" width="800" height="500">';

  it.each([
    [
      'WordPress galleries of old',
      `<dl class="gallery-item"><dt><a href="/p1/">${IMG}</a></dt><dd class="wp-caption-text">Fog</dd></dl>`,
      'Fog | ',
    ],
    [
      'a line of a class for credits',
      `<div>${IMG}</div><p class="slide-credit">Ann Lee / Harbour Post</p>`,
      ' | Ann Lee / Harbour Post',
    ],
    [
      'an agency in a line of its own',
      `<figure>${IMG}<span>Getty Images</span><figcaption>Fog</figcaption></figure>`,
      'Fog | Getty Images',
    ],
    [
      'agencies alone',
      `<figure>${IMG}<figcaption>AFP via Getty Images</figcaption></figure>`,
      ' | AFP via Getty Images',
    ],
    [
      'a gallery that counts its pictures',
      `<div>${IMG}<div>1 of 3</div><p class="slide-caption">The crew at dawn.</p><p class="slide-credit">Ann Lee/Harbour Post</p></div>`,
      'The crew at dawn. | Ann Lee/Harbour Post',
    ],
  ])('has the caption and credit of %s', (_kind, html, expected) => {
    expect(outline(html)).toEqual([`image: ${expected}`]);
  });
});

describe('what is no text', () => {
  it.each([
    [
      'an offer below a preview',
      '<h3>Subscribe to keep reading</h3><p>Get unlimited access for €1 a month.</p><p>Cancel anytime.</p>',
    ],
    ['who forwarded a letter', '<p>Was this email forwarded to you? <a href="/s">Sign up here</a>.</p>'],
    ['why a letter came', '<p>You received this email because you signed up. <a href="/u">Unsubscribe</a></p>'],
    ['where to hear it', '<p>Listen on <a href="/1">Spotify</a> | <a href="/2">Apple Podcasts</a></p>'],
    [
      'a Japanese paywall',
      '<p>この記事は有料記事です。残り1234文字</p><p>有料会員になると続きをお読みいただけます。</p>',
    ],
    ['a request of an agency', '<p>제보는 카카오톡 okjebo</p>'],
    ['a counter of notes', '<div>1,204 notes</div>'],
    ['a question about the page', '<p>Was this page helpful?</p>'],
    ['the age of the article', '<p>This article is more than 2 years old</p>'],
    ['what an agency promises', '<p>Our Standards: The Harbour Principles.</p>'],
    ['the number of a Persian article', '<p>کد خبر: ۱۲۳۴۵</p>'],
    ['a Japanese label of paid articles', '<p>有料会員記事</p>'],
    ['a counter of a question', '<p>Viewed 12k times</p>'],
    ['tags that only a component names', '<div data-component="tags"><a href="/1">Fog</a><a href="/2">Sea</a></div>'],
  ])('is left out: %s', (_kind, html) => {
    expect(outline(html)).toEqual([]);
  });

  it.each([
    ['Article réservé à nos abonnés Lire aussi <a href="/1">Les quais</a>', 'Les quais'],
    ['קראו עוד: <a href="/1">סירות הצפון</a>', 'סירות הצפון'],
    ['ये भी पढ़ें - <a href="/1">घाट</a>', 'घाट'],
    ['■関連記事 <a href="/1">北の船</a>', '北の船'],
    ['İLGİLİ HABER: <a href="/1">İskele</a>', 'İskele'],
    ['แท็ก: <a href="/1">เรือ</a>', 'เรือ'],
    ['أخبار ذات صلة: <a href="/1">الميناء</a>', 'الميناء'],
  ])('is a related link: %s', (html, text) => {
    expect(outline(`<p>${html}</p><p>End of it.</p>`)).toEqual(['End of it.', `related: ${text}`]);
  });

  it.each(['tmsnrt.rs/2ZftPCv', 'https://bit.ly/3eoTTzk'])(
    'is a shortened address, of which the link stays: %s',
    (address) => {
      const article = read(`<p>${LEAD}</p><p><a href="https://bit.ly/3eoTTzk">${address}</a></p><p>End of it.</p>`);
      expect(outlineOf(article)).toEqual([LEAD, 'End of it.']);
      expect(article.sections[0]?.links.map(({ url }) => url)).toEqual(['https://bit.ly/3eoTTzk']);
    },
  );

  it('does not make a heading of a sponsor', () => {
    expect(outline('<p><strong>TOGETHER WITH ACME ROPES</strong></p><p>Ropes.</p>')).toEqual([
      'TOGETHER WITH ACME ROPES',
      'Ropes.',
    ]);
  });

  it('does not make the heading of an abstract a deck', () => {
    expect(top(`${TITLE}<h6>Abstract</h6>`)[1]).toEqual(['# Abstract']);
  });

  it('does not include the rating by the author, as a vote of readers', () => {
    expect(outline('<div class="review-rating" itemprop="reviewRating"><span>4 of 5</span></div>')).toEqual(['4 of 5']);
  });
});
