import { describe, expect, it } from 'vitest';
import { capture, feed, page, paragraphs, text, URL_OF_PAGE } from '../fixtures/captured.ts';

const [one = '', two = '', three = '', four = ''] = paragraphs;

describe('an address that leads to a page', () => {
  it.each([
    `https://search.example.com/url?sa=t&url=${encodeURIComponent(URL_OF_PAGE)}&usg=x`,
    `https://click.example.com/redirect.php?target=${encodeURIComponent(URL_OF_PAGE)}`,
    `https://reader.example.com/articles/${Buffer.from(`\u0008\u0013"-${URL_OF_PAGE}\u00d2\u0001\u0000`, 'latin1').toString('base64url')}`,
    `https://a.example.com/out?u=${encodeURIComponent(`https://b.example.com/go?to=${encodeURIComponent(URL_OF_PAGE)}`)}`,
  ])('may be that of a redirect service: %s', async (url) => {
    const { article, web } = await capture({ [URL_OF_PAGE]: page() }, { url });
    expect(article.url).toBe(URL_OF_PAGE);
    expect(web.asked).toEqual([URL_OF_PAGE]);
  });

  it.each([
    `<html><head><meta http-equiv="refresh" content="0; url=${URL_OF_PAGE}"></head></html>`,
    `<html><head><META HTTP-EQUIV=Refresh CONTENT="1;URL='/2024/the-orchard'"></head><body>Please wait.</body></html>`,
    `<html><body><script>window.location.replace("${URL_OF_PAGE.replaceAll('/', '\\/')}")</script></body></html>`,
  ])('may be that of a page that only leads on: %s', async (html) => {
    const { article } = await capture(
      { 'https://news.example.org/r/7': html, [URL_OF_PAGE]: page() },
      { url: 'https://news.example.org/r/7' },
    );
    expect(article.url).toBe(URL_OF_PAGE);
  });

  it('does not follow the refresh of a page that people read', async () => {
    const html = page({ head: '<meta http-equiv="refresh" content="5; url=https://news.example.org/">' });
    expect((await capture({ [URL_OF_PAGE]: html })).words).toEqual(paragraphs);
  });

  it('gives up where pages lead to each other', async () => {
    const to = (path: string) => `<meta http-equiv="refresh" content="0;url=${path}">`;
    const pages = { 'https://a.example.com/1': to('/2'), 'https://a.example.com/2': to('/1') };
    await expect(capture(pages, { url: 'https://a.example.com/1' })).rejects.toMatchObject({
      code: 'too-many-redirects',
    });
  });
});

describe('an article on several pages', () => {
  const part = (html: string, link: string) => page({ body: `<h1>The orchard</h1>${html}${link}` });

  it.each([
    [`${URL_OF_PAGE}/2`, `${URL_OF_PAGE}/3`],
    [`${URL_OF_PAGE}?page=2`, `${URL_OF_PAGE}?page=3`],
    [`${URL_OF_PAGE}/seite-2`, `${URL_OF_PAGE}/seite-3`],
  ])('is joined: %s', async (second, third) => {
    const { words, captured } = await capture({
      [URL_OF_PAGE]: part(`<p>${one}</p><p>${two}</p>`, `<div class="pages"><a href="${second}">2</a></div>`),
      [second]: part(`<p>${three}</p>`, `<a href="${URL_OF_PAGE}">1</a><a href="${third}">3</a>`),
      [third]: part(`<p>${four}</p>`, `<a href="${second}">2</a>`),
    });
    expect(words).toEqual([...paragraphs]);
    expect(captured.url).toBe(URL_OF_PAGE);
  });

  it('ends where the next page is the same again, or cannot be read', async () => {
    const first = part(text, `<nav><a href="${URL_OF_PAGE}?page=2">2</a></nav>`);
    expect((await capture({ [URL_OF_PAGE]: first, [`${URL_OF_PAGE}?page=2`]: first })).words).toEqual(paragraphs);
    expect((await capture({ [URL_OF_PAGE]: first })).words).toEqual(paragraphs);
  });

  it('does not go on to the next article, nor to comments', async () => {
    const links =
      '<a rel="next" href="/2024/the-mill">Next</a><a href="#comments-2">2</a><a href="?page=2#comments">2</a>';
    const { web } = await capture({ [URL_OF_PAGE]: part(text, links) });
    expect(web.asked).toEqual([URL_OF_PAGE]);
  });
});

describe('a page that shows too little', () => {
  it('is read in its light version', async () => {
    const { words } = await capture({
      [URL_OF_PAGE]: page({ head: '<link rel="amphtml" href="/amp/the-orchard">', body: `<p>${one}</p>` }),
      'https://news.example.org/amp/the-orchard': page(),
    });
    expect(words).toEqual(paragraphs);
  });

  it('is replaced by a feed with more text, but keeps what its head says', async () => {
    const head = '<meta name="author" content="Ann Lee"><meta property="og:image" content="/apple.jpg">';
    const { article, words } = await capture(
      { [URL_OF_PAGE]: page({ head, body: `<p>${one}</p><p>${two}</p>` }) },
      { feed: { ...feed, contentHtml: text } },
    );
    expect(words).toEqual(paragraphs);
    expect(article).toMatchObject({ textFrom: 'feed', authors: ['Ann Lee'], publishedAt: '2024-05-01T06:30:00.000Z' });
    expect(article.sections[0]?.images[0]?.url).toBe('https://news.example.org/apple.jpg');
  });

  it('stays if the feed has less', async () => {
    const { article } = await capture({ [URL_OF_PAGE]: page() }, { feed: { ...feed, contentHtml: `<p>${one}</p>` } });
    expect(article).not.toHaveProperty('textFrom');
  });
});

describe('a page that may be readable later', () => {
  it('is worth another try if the feed has only a teaser', async () => {
    const busy = { [URL_OF_PAGE]: { status: 503 } };
    await expect(capture(busy, { feed, isLastAttempt: false })).rejects.toMatchObject({ code: 'server-error' });
    expect((await capture(busy, { feed, isLastAttempt: true })).article.textFrom).toBe('summary');
    const whole = { ...feed, contentHtml: text };
    expect((await capture(busy, { feed: whole, isLastAttempt: false })).article.textFrom).toBe('feed');
  });

  it('leaves at least a link where the feed has only a title', async () => {
    const { article } = await capture({ [URL_OF_PAGE]: { status: 404 } }, { feed: { ...feed, summaryHtml: null } });
    expect(article).toMatchObject({ title: feed.title, textFrom: 'summary' });
  });
});

describe('charsets', () => {
  it.each([
    ['text/html; charset=gbk', Buffer.from('d6d0b9fab5c4c6bbb9fbcaf7', 'hex'), '中国的苹果树'],
    ['text/html; charset=Big5', Buffer.from('a4a4a4e5aaba', 'hex'), '中文的'],
    ['text/html; charset=Shift_JIS', Buffer.from('938c8b9e82cc', 'hex'), '東京の'],
    ['text/html; charset=euc-kr', Buffer.from('bcadbfefc0c7', 'hex'), '서울의'],
    ['text/html; charset=windows-1251', Buffer.from('dff1eaeee2', 'hex'), 'Ясков'],
  ])('are read: %s', async (type, bytes, expected) => {
    const [before = '', after = ''] = page({ body: `${text}<p>~</p>` }).split('~');
    const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
    const { words } = await capture({ [URL_OF_PAGE]: { headers: { 'content-type': type }, body } });
    expect(words.at(-1)).toBe(expected);
  });
});
