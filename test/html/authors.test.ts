import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT =
  '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew, who were having their tea.</p>';
const H1 = '<h1>The harbour at night</h1>';

describe('marked-up names', () => {
  it.each([
    [
      'beside a date',
      '<div class="author">By <a class="author-name" href="/a">Ann Lee</a><div>May 3, 2021 8:30 AM</div></div>',
    ],
    [
      'after "posted by"',
      '<span class="byline">Posted by <span class="author vcard"><a class="url fn n" href="/author/ann">Ann Lee</a></span></span>',
    ],
    [
      'behind a label in an element of its own, in French',
      '<section class="meta__authors"><span class="meta__author-prefix">Par </span><a class="author-link" href="/a">Ann Lee</a> avec <span>AFP</span></section>',
    ],
    [
      'behind a Portuguese label',
      '<p class="byline"><span class="byline__author-label">Por</span> <a class="author-name" href="/a">Ann Lee</a></p>',
    ],
    [
      'behind a label without a colon, in Arabic',
      '<span class="article-author">بقلم <a class="author-link" href="/a">Ann Lee</a></span>',
    ],
    ['behind a label without a colon, in Hebrew', '<div class="author-name">מאת Ann Lee</div>'],
    [
      'as properties',
      '<div itemprop="author" itemscope><span itemprop="name">Ann Lee</span>, <span>Editor</span></div>',
    ],
    ['in an address', '<address>Von <a href="/autoren/ann-lee" class="link">Ann Lee</a></address>'],
    [
      'in a link to the author’s page',
      '<div><a href="https://example.org/authors/ann-lee/">Ann Lee</a><time>3 May</time></div>',
    ],
    ['with a place', '<div class="byline"><a rel="author" href="/p/ann">Ann Lee</a> in Port Orrin</div>'],
    [
      'with a role',
      '<div class="article-byline"><span class="author-name">Ann Lee</span><span>Science editor</span></div>',
    ],
    ['in camel case', '<div class="articleByline"><span class="authorName">Ann Lee</span> | 4 min read</div>'],
    ['with a label as its own element', '<div class="contributors">By&nbsp;<a href="/profile/3270">Ann Lee</a></div>'],
    [
      'in a box that is not text',
      '<div class="article-meta"><span class="published-by"><a href="/author/ann">Ann Lee</a></span></div>',
    ],
  ])('are the authors: %s', (_kind, html) => {
    const article = read(`<main>${H1}${html}${TEXT}</main>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article)).toEqual([TEXT.slice(3, -4)]);
  });

  it.each([
    [
      'two links and a place',
      '<div class="byline"><a rel="author">Ann Lee</a> and <a rel="author">Tom Ray</a> in Oslo</div>',
    ],
    [
      'a list',
      '<ul class="authors"><li><a href="/author/a">Ann Lee</a></li><li><a href="/author/t">Tom Ray</a></li></ul>',
    ],
    ['unmarked names in a byline', '<p class="byline">By Ann Lee and Tom Ray in Oslo</p>'],
    ['a German byline', '<p class="autor">Von Ann Lee und Tom Ray</p>'],
  ])('may be several: %s', (_kind, html) => {
    expect(read(`<main>${H1}${html}${TEXT}</main>`).authors).toEqual(['Ann Lee', 'Tom Ray']);
  });

  it.each([
    '<figure><img src="/ann.jpg" width="60"><figcaption><address>Von <a href="/autoren/ann-lee">Ann Lee</a>, Redakteurin</address><time>09.09.2021, 09:58 Uhr</time></figcaption></figure>',
    '<div>\n<figure><a href="/authors/ann-lee"><img src="/ann.jpg"></a><figcaption><address>By <a rel="author" href="/p/ann">Ann Lee</a></address><p>Science editor</p></figcaption></figure></div>',
  ])('may have a portrait, which is no picture of the article', (html) => {
    const article = read(`<main>${H1}${html}${TEXT}</main>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article)).toEqual([TEXT.slice(3, -4)]);
    expect(article.sections.flatMap(({ images }) => images)).toEqual([]);
  });

  it('are read beside labels for screen readers, without the roles', () => {
    const item = (label: string, value: string) =>
      `<li><span role="text"><span class="vh">${label}, </span><span>${value}</span></span></li>`;
    const list = `<ul role="list">${item('Author', 'Ann Lee')}${item('Role', 'Harbour News')}<li><time>3 May 2021</time></li></ul>`;
    const article = read(`<main>${H1}<section aria-labelledby="article-byline">${list}</section>${TEXT}</main>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article)).toHaveLength(1);
  });

  it('of other articles are not the authors', () => {
    const teaser = '<div class="teaser"><a href="/other">Fog</a> <span class="author">Tom Ray</span></div>';
    const below = '<ul><li><a href="/other">Fog</a> <span class="byline">By Tom Ray</span></li></ul>';
    expect(read(`<body>${teaser}<main>${H1}${teaser}${TEXT}${below}</main></body>`).authors).toEqual([]);
  });

  it('in a box below the text are the authors if none are above', () => {
    const box = '<div class="author-box"><a class="author-name" href="/author/ann">Ann Lee</a></div>';
    expect(read(`<main>${H1}${TEXT}${TEXT}${box}</main>`).authors).toEqual(['Ann Lee']);
    expect(read(`<main>${H1}<p class="byline">By Tom Ray</p>${TEXT}${TEXT}${box}</main>`).authors).toContain('Tom Ray');
  });

  it('end with their label at a line break, and leave the text above', () => {
    const html = '<div>The ferry is late today.<br>By <span class="byline">Ann Lee</span></div>';
    const article = read(`<main>${H1}${html}${TEXT}</main>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article)).toEqual(['The ferry is late today.', TEXT.slice(3, -4)]);
  });

  it('are found in a page without a long paragraph', () => {
    const author = '<div><a href="https://example.org/authors/ann-lee/">Ann Lee</a><time>3 May</time></div>';
    expect(read(`<main>${H1}${author}<p>The ferry is late.</p></main>`).authors).toEqual(['Ann Lee']);
  });

  it('leave a sentence about a person alone', () => {
    const html =
      '<p>The harbour master, <a href="/people/tom-ray">Tom Ray</a>, said that the ferry would come back soon.</p>';
    expect(read(`<main>${H1}${html}${TEXT}</main>`).authors).toEqual([]);
  });
});

describe('the date of a page', () => {
  it('is read above the innermost article', () => {
    const time = '<time datetime="2023-03-24T09:52:08+0000">March 24, 2023</time>';
    const html = `<main><header>${H1}<address><a rel="author">Ann Lee</a>${time}</address></header><article>${H1}${TEXT}</article></main>`;
    expect(read(html)).toMatchObject({ publishedAt: '2023-03-24T09:52:08.000Z', authors: ['Ann Lee'] });
  });
});

describe('a byline below a standfirst of many words', () => {
  const STANDFIRST = `<p>${'Nobody had been told that the ferry would stop at noon. '.repeat(2)}</p>`;

  it.each([
    ['a link to the page of the author in a list', '<ul><li><a href="/autoren/ann-lee">Ann Lee</a></li></ul>'],
    ['a link to the page of the author', '<div><a href="/author/ann">Ann Lee</a><span>3 May 2021</span></div>'],
    ['a box of authors in a list', '<ul><li><div class="authors">By <a href="/author/ann">Ann Lee</a></div></li></ul>'],
    ['a person of RDF', '<div>By <span typeof="schema:Person">Ann Lee</span></div>'],
    ['a portrait', '<div><img class="avatar" src="/u/1.png" alt="Ann Lee"><a href="/ann">Ann Lee</a></div>'],
  ])('names the author: %s', (_kind, byline) => {
    expect(read(`<main>${H1}${STANDFIRST}${byline}${TEXT.repeat(2)}</main>`).authors).toEqual(['Ann Lee']);
  });
});
