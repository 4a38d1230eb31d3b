import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fakes/web.ts';
import { capture, feed, page, paragraphs, text, URL_OF_PAGE } from '../fixtures/captured.ts';

const shell = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
const declared = '<meta property="og:type" content="article">';

const obstacles: [string, FakeAnswer, string][] = [
  [
    'a consent wall of its own host',
    { url: 'https://consent.example.org/collect?continue=x', body: page() },
    'consent-wall',
  ],
  [
    'a consent wall on the page',
    shell('<title>Before you continue</title>', '<p>We and our partners store cookies.</p>'),
    'consent-wall',
  ],
  [
    'a login',
    { url: 'https://news.example.org/login?next=x', body: shell('<title>Welcome</title>', '<p>Your name?</p>') },
    'login-required',
  ],
  [
    'a form to log in',
    shell('<title>The orchard</title>', '<form><input type="password"></form><p>Only for members of the club.</p>'),
    'login-required',
  ],
  [
    'a page of scripts',
    shell(
      `<title>The orchard</title>${declared}`,
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ),
    'no-article',
  ],
  ['a deleted page with status 200', shell('<title>404 – nothing here</title>', '<p>Sorry.</p>'), 'not-found'],
  [
    'the front page instead',
    { url: 'https://news.example.org/', body: shell('<title>Valley News</title>', '<p>Short news of today.</p>') },
    'not-found',
  ],
  ['a question whether one is a person', shell('<title>Just a moment...</title>', '<p>Checking.</p>'), 'refused'],
  [
    'a page of links',
    shell('<title>Topics</title>', '<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>'),
    'no-article',
  ],
];

describe('what is no article', () => {
  it.each(obstacles)('is recognised: %s', async (_, answer, code) => {
    await expect(capture({ [URL_OF_PAGE]: answer })).rejects.toMatchObject({ code, isPermanent: true });
  });

  it.each(obstacles)('is replaced by the text of the feed: %s', async (_, answer) => {
    expect((await capture({ [URL_OF_PAGE]: answer }, { feed })).article.textFrom).toBe('summary');
  });
});

describe('what looks like an obstacle', () => {
  it.each([
    ['an article about consent', page({ body: text }).replace('The orchard</title>', 'Consent and cookies</title>')],
    ['an article with a form to log in', page({ body: `${text}${text}<form><input type="password"></form>` })],
  ])('is an article: %s', async (_, html) => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>';
    expect((await capture({ [URL_OF_PAGE]: html.replace('</head>', `${data}</head>`) })).words).toContain(
      paragraphs[3],
    );
  });

  it('is a short note in the only article element', async () => {
    const [one = ''] = paragraphs;
    const html = shell('<title>A note</title>', `<article><p>${one}</p></article>`);
    expect((await capture({ [URL_OF_PAGE]: html })).words).toEqual([one]);
  });

  it('is a report of one sentence that the page calls an article', async () => {
    const [one = ''] = paragraphs;
    expect((await capture({ [URL_OF_PAGE]: page({ head: declared, body: `<p>${one}</p>` }) })).words).toEqual([one]);
  });
});
