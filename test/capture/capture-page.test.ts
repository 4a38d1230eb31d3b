import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fakes/web.ts';
import { capture, feed, page, paragraphs, text, URL_OF_PAGE } from '../fixtures/captured.ts';

describe('a captured page', () => {
  it('is a snapshot with the text of the page', async () => {
    const { captured, words, warnings, article } = await capture({ [URL_OF_PAGE]: page() });
    expect(words).toEqual(paragraphs);
    expect(warnings).toEqual([]);
    expect(article).toMatchObject({ url: URL_OF_PAGE, title: 'The orchard', language: 'en' });
    expect(article).not.toHaveProperty('textFrom');
    expect(captured.completeness).toBe('full');
  });

  it('has the name of its address, whatever is on the page', async () => {
    const one = await capture({ [URL_OF_PAGE]: page() });
    const other = await capture({ [URL_OF_PAGE]: page({ head: '<meta name="author" content="Ann Lee">' }) });
    expect(one.captured.name).toMatch(/^news\.example\.org\/the-orchard-[a-z0-9]{9}\.md$/u);
    expect(other.captured.name).toBe(one.captured.name);
  });

  it('has the same content if only what is around the article changes', async () => {
    const around = (html: string) => page({ body: `<nav>${html}</nav>${text}` });
    const one = await capture({ [URL_OF_PAGE]: around('<a href="/a">Today</a>') });
    const other = await capture({ [URL_OF_PAGE]: around('<a href="/b">Tomorrow</a>') });
    expect(other.captured.text).not.toBe(one.captured.text);
    expect(other.captured.content).toBe(one.captured.content);
  });

  it('has the authors, time and picture that the head names', async () => {
    const head = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley News"},
      {"@type":["NewsArticle"],"headline":"An apple that no book describes","author":[{"@id":"#a"},{"@type":"Person","name":"Tom Roe"}],
      "datePublished":"2024-05-01T08:15:00+02:00","image":{"url":"/lead.jpg"}},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}</script>`;
    const { article } = await capture({ [URL_OF_PAGE]: page({ head }) });
    expect(article.authors).toEqual(['Ann Lee', 'Tom Roe']);
    expect(article.publishedAt).toBe('2024-05-01T06:15:00.000Z');
    expect(article.sections[0]?.images[0]?.url).toBe('https://news.example.org/lead.jpg');
  });

  it('keeps a title that looks like the end of the header', async () => {
    const title = 'Fish &amp; chips [new](https://evil.example.org/) &amp;amp; more';
    const html = page().replace('The orchard</title>', `${title}</title>`);
    const { article } = await capture({ [URL_OF_PAGE]: html });
    expect(article.url).toBe(URL_OF_PAGE);
    expect(article.title).toContain('[new](https://evil.example.org/)');
  });

  it('has the canonical address of the same site only', async () => {
    const link = (href: string) => page({ head: `<link rel="canonical" href="${href}">` });
    const same = await capture(
      { [`${URL_OF_PAGE}?ref=feed`]: link('/2024/the-orchard') },
      { url: `${URL_OF_PAGE}?ref=feed` },
    );
    expect(same.article.url).toBe(URL_OF_PAGE);
    const other = await capture({ [URL_OF_PAGE]: link('https://elsewhere.example.com/x') });
    expect(other.article.url).toBe(URL_OF_PAGE);
  });
});

describe('the text of a page', () => {
  it('includes what a script would show', async () => {
    const hidden = page({ body: `<p>The orchard is open.</p><div hidden id="S:0">${text}</div>` });
    const { words } = await capture({ [URL_OF_PAGE]: hidden });
    expect(words).toEqual(['The orchard is open.', ...paragraphs]);
  });

  it('includes paragraphs in parts of a layout that are named like a sidebar', async () => {
    const parts = paragraphs.map((one) => `<div class="sidebar-grid__container"><p>${one}</p></div>`).join('');
    expect((await capture({ [URL_OF_PAGE]: page({ body: parts }) })).words).toEqual(paragraphs);
  });

  it('is the declared one if the page shows less', async () => {
    const data = JSON.stringify({ '@type': 'Article', headline: 'The orchard', articleBody: paragraphs.join('\n\n') });
    const head = `<script type="application/ld+json">${data}</script>`;
    const { words, article } = await capture({ [URL_OF_PAGE]: page({ head, body: `<p>${paragraphs[0]}</p>` }) });
    expect(words).toEqual(paragraphs);
    expect(article).not.toHaveProperty('textFrom');
  });

  it('leaves out what is before and after the declared text, but no picture', async () => {
    const data = JSON.stringify({ '@type': 'Article', headline: 'The orchard', articleBody: paragraphs.join(' ') });
    const head = `<script type="application/ld+json">${data}</script>`;
    const body = `<p>Reading time: four minutes of your evening</p><figure><img src="/a.jpg"><figcaption>The wall</figcaption></figure>${text}
      <h3>Our newsletter</h3><p>Every Friday we send you the best of the valley, and a recipe.</p>`;
    const { words, article } = await capture({ [URL_OF_PAGE]: page({ head, body }) });
    expect(words).toEqual(paragraphs);
    expect(article.sections).toHaveLength(1);
    expect(article.sections[0]?.images).toMatchObject([{ caption: 'The wall' }]);
  });

  it.each([
    '<p>By Ann Lee</p>',
    '<div>Ann Lee · Updated 2 May 2024, 10:30</div>',
    '<p>Reading time: 4 min</p>',
    '<p>Publié le <time datetime="2024-05-01T06:15Z">01/05/2024</time></p>',
    '<div class="slot"><p>We show a video here.</p><p>Personal data may be transferred to third parties.</p><p>Allow it</p></div>',
  ])('leaves out what is no sentence of the article: %s', async (html) => {
    const head = '<meta name="author" content="Ann Lee">';
    expect((await capture({ [URL_OF_PAGE]: page({ head, body: `${html}${text}` }) })).words).toEqual(paragraphs);
  });

  it.each(['<p>Ann Lee climbed the wall by herself.</p>', '<p>Updated rules.</p>', '<p>Read Tom Roe.</p>'])(
    'keeps a sentence with the same words: %s',
    async (html) => {
      const head = '<meta name="author" content="Ann Lee">';
      expect((await capture({ [URL_OF_PAGE]: page({ head, body: `${text}${html}` }) })).words).toHaveLength(5);
    },
  );

  it('keeps a first paragraph that the page does not declare', async () => {
    const data = JSON.stringify({
      '@type': 'Article',
      headline: 'The orchard',
      articleBody: paragraphs.slice(1).join(' '),
    });
    const head = `<script type="application/ld+json">${data}</script>`;
    expect((await capture({ [URL_OF_PAGE]: page({ head }) })).words).toEqual(paragraphs);
  });

  it('does not take a caption that the description repeats for the standfirst', async () => {
    const caption = 'The wall of the orchard, with the ladder that three neighbours borrowed from the mill.';
    const head = `<meta name="description" content="${caption}">`;
    const figure = `<div><figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure></div>`;
    const { words, article } = await capture({ [URL_OF_PAGE]: page({ head, body: `${figure}${text}` }) });
    expect(words).toEqual(paragraphs);
    expect(article.sections[0]?.images).toMatchObject([{ caption }]);
  });

  it('keeps everything if only the start is declared', async () => {
    const data = JSON.stringify({ '@type': 'Article', headline: 'The orchard', articleBody: paragraphs[1] });
    const head = `<script type="application/ld+json">${data}</script>`;
    expect((await capture({ [URL_OF_PAGE]: page({ head }) })).words).toEqual(paragraphs);
  });

  it('begins with the standfirst beside the headline', async () => {
    const standfirst =
      'Three neighbours climbed a wall with the permission of the council, and found a tree without a name.';
    const html = `<html lang="en"><head><title>The orchard</title><meta name="description" content="${standfirst.slice(0, 70)}…">
      </head><body><header><h1>The orchard</h1><p>${standfirst}</p></header><article>${text}</article></body></html>`;
    expect((await capture({ [URL_OF_PAGE]: html })).words).toEqual([standfirst, ...paragraphs]);
  });
});

describe('the authors of a page', () => {
  const authored = async (head: string, body = text) =>
    (
      await capture({
        [URL_OF_PAGE]: page({ head: `<meta property="og:site_name" content="Valley News">${head}`, body }),
      })
    ).article.authors;
  const data = (author: unknown) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', author })}</script>`;

  it.each([
    [data('By Ann Lee and Tom Roe'), ['Ann Lee', 'Tom Roe']],
    [data({ name: ['Ann Lee', 'Tom Roe'] }), ['Ann Lee', 'Tom Roe']],
    [data([{ '@type': 'Person', givenName: 'Ann', familyName: 'Lee' }, { name: 'Valley News' }]), ['Ann Lee']],
    [data({ name: 'Valley News' }), ['Valley News']],
    [`${data({ name: 'Valley News' })}<meta name="parsely-author" content="Ann Lee">`, ['Ann Lee']],
    [
      '<meta property="article:author" content="https://social.example/ann"><meta name="byl" content="By Ann Lee">',
      ['Ann Lee'],
    ],
    [
      '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Roe, Tom">',
      ['Ann Lee', 'Tom Roe'],
    ],
    ['<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">', ['Ann Lee']],
    ['<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="4 minutes">', []],
  ])('are those of %s', async (head, expected) => {
    expect(await authored(head)).toEqual(expected);
  });

  it('are those of the byline if it names more', async () => {
    const byline = '<div><a rel="author" href="/ann">Ann Lee</a> <a rel="author" href="/tom">Tom Roe</a></div>';
    expect(await authored(data('Ann Lee'), `${byline}${text}`)).toEqual(['Ann Lee', 'Tom Roe']);
  });
});

describe('the time of a page', () => {
  const timed = async (head: string, body = text) =>
    (await capture({ [URL_OF_PAGE]: page({ head, body }) })).article.publishedAt;

  it.each([
    ['<meta property="article:published_time" content="2024-05-01T08:15:00+02:00">', '2024-05-01T06:15:00.000Z'],
    ['<meta name="parsely-pub-date" content="2024-05-01T06:15:00Z">', '2024-05-01T06:15:00.000Z'],
    ['<meta itemprop="datePublished" content="20240501T061500Z">', '2024-05-01T06:15:00.000Z'],
    [
      '<meta name="dc.date.issued" content="2024-05-01"><meta name="date" content="2024-05-01 06:15">',
      '2024-05-01T06:15:00.000Z',
    ],
    ['<meta name="citation_publication_date" content="2024-05-01">', '2024-05-01'],
    ['<meta property="article:published_time" content="2124-05-01T00:00:00Z">', '2024-05-02T12:00:00.000Z'],
  ])('is read from %s', async (head, expected) => {
    expect(await timed(head)).toBe(expected);
  });

  it('is that of the publication, not of the update', async () => {
    const times =
      '<time class="updated" datetime="2024-05-02T09:00Z"></time><time class="published" datetime="2024-05-01T06:15Z"></time>';
    expect(await timed('', `${times}${text}`)).toBe('2024-05-01T06:15:00.000Z');
  });
});

describe('the title of a page', () => {
  const titled = async (head: string, body = text) =>
    (await capture({ [URL_OF_PAGE]: `<html><head>${head}</head><body><article>${body}</article></body></html>` }))
      .article.title;

  it.each([
    ['<title>The orchard behind the mill | Valley News</title><meta property="og:site_name" content="Valley News">'],
    ['<title>The orchard behind the mill – news.example.org</title>'],
    [
      '<title>The orchard behind the mill - Valley - News</title><meta property="og:title" content="The orchard behind the mill">',
    ],
  ])('has no name of the site: %s', async (head) => {
    expect(await titled(head)).toBe('The orchard behind the mill');
  });

  it('keeps a colon or dash of its own', async () => {
    expect(await titled('<title>Apples: the orchard – behind the mill</title>')).toBe(
      'Apples: the orchard – behind the mill',
    );
  });

  it('is the one that most of the page agrees on', async () => {
    const head = '<title>Apple mystery</title><meta property="og:title" content="The orchard without a key">';
    expect(await titled(head, `<h1>The orchard without a key</h1>${text}`)).toBe('The orchard without a key');
  });
});

describe('a page that cannot be read', () => {
  it('is replaced by the teaser of the feed, and says so', async () => {
    const { article, captured, words } = await capture({ [URL_OF_PAGE]: { status: 403 } }, { feed });
    expect(captured.completeness).toBe('summary');
    expect(article).toMatchObject({ textFrom: 'summary', authors: ['Mara Quill'], title: feed.title });
    expect(article.publishedAt).toBe('2024-05-01T06:30:00.000Z');
    expect(words).toEqual(['Three neighbours climbed a wall and found an apple.']);
  });

  it('is replaced by the whole text of the feed', async () => {
    const { article, words } = await capture({}, { feed: { ...feed, contentHtml: text } });
    expect(article.textFrom).toBe('feed');
    expect(words).toEqual(paragraphs);
  });

  it.each([
    [{ status: 404 }, { code: 'not-found', isPermanent: true }],
    [{ status: 401 }, { code: 'refused', isPermanent: true }],
    [{ status: 503 }, { code: 'server-error', isPermanent: false }],
    [{ headers: { 'content-type': 'application/pdf' } }, { code: 'not-html', isPermanent: true }],
    [{ body: new Uint8Array([0x89, 0x50, 0, 0]) }, { code: 'not-html', isPermanent: true }],
    [page({ body: '' }), { code: 'no-article', isPermanent: true }],
  ] satisfies [FakeAnswer, object][])('is an error without a feed: %j', async (answer, error) => {
    await expect(capture({ [URL_OF_PAGE]: answer })).rejects.toMatchObject(error);
  });

  it('says why nothing was fetched', async () => {
    await expect(capture({})).rejects.toMatchObject({ code: 'unknown-host', isPermanent: false });
  });
});
