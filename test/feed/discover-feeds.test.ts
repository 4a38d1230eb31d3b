import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../src/feed/discover-feeds.ts';

const URL_OF_PAGE = 'https://harbour.example/news/today.html';
const discover = (head: string, { body = '', linkHeader }: { body?: string; linkHeader?: string } = {}) =>
  discoverFeeds({ html: `<html><head>${head}</head><body>${body}</body></html>`, url: URL_OF_PAGE, linkHeader });
const link = (href: string, type = 'application/rss+xml', rest = '') =>
  `<link rel="alternate" type="${type}" href="${href}" ${rest}>`;

describe('the feed of a page', () => {
  it.each([
    ['RSS', link('/rss.xml'), '/rss.xml'],
    ['Atom', link('/a.xml', 'application/atom+xml'), '/a.xml'],
    ['JSON Feed', link('/f.json', 'application/feed+json'), '/f.json'],
    ['a type in capitals, with a charset', link('/a', 'Application/RSS+XML; charset=utf-8'), '/a'],
    ['a vague type and a telling address', link('/feed/', 'text/xml'), '/feed/'],
    ['rel=feed', '<link rel="feed" href="/f">', '/f'],
    ['several rels', '<link rel="home ALTERNATE" type="application/rss+xml" href="/f">', '/f'],
    ['a relative address and a base', `<base href="/blog/">${link('feed.xml')}`, '/blog/feed.xml'],
    ['another site', link('https://feeds.example/harbour'), 'https://feeds.example/harbour'],
  ])('is declared as %s', (_, head, expected) => {
    expect(discover(head)[0]).toBe(new URL(expected, URL_OF_PAGE).href);
  });

  it('comes before feeds of comments, whatever their order is', () => {
    const comments = [
      link('/comments/feed/', undefined, 'title="Harbour » Comments Feed"'),
      link('/c', undefined, 'title="评论"'),
    ];
    expect(discover([...comments, link('/feed/')].join('')).slice(0, 3)).toEqual([
      'https://harbour.example/feed/',
      'https://harbour.example/comments/feed/',
      'https://harbour.example/c',
    ]);
  });

  it('may be in the Link header only', () => {
    const linkHeader =
      '</style.css>; rel=preload, <https://harbour.example/f>; rel="alternate"; type="application/atom+xml"; title="News, all"';
    expect(discover('', { linkHeader })[0]).toBe('https://harbour.example/f');
  });

  it('may be linked in the text, or be at a usual place', () => {
    const found = discover('', {
      body: '<a href="/about">feed us</a><a href="/rss/all.xml">RSS</a><a href="/comments/feed">x</a>',
    });
    expect(found[0]).toBe('https://harbour.example/rss/all.xml');
    expect(found).toContain('https://harbour.example/feed');
    expect(found).not.toContain('https://harbour.example/about');
  });

  it('is no stylesheet, no other language and no place outside the web', () => {
    const head = `<link rel="stylesheet" href="/feed.css"><link rel="alternate" hreflang="de" href="/de">${link('javascript:1')}${link('')}`;
    const usual = discover('');
    expect(discover(head)).toEqual(usual);
  });

  it('is found among a hundred thousand links', () => {
    const body = '<a href="/feed/1">x</a>'.repeat(100_000);
    expect(discover(link('/rss.xml'), { body })[0]).toBe('https://harbour.example/rss.xml');
  });

  it('is looked for at no more than twenty addresses that the page names, and at the usual ones', () => {
    const body = Array.from({ length: 50 }, (_, number) => `<a href="/${number}/feed">Feed</a>`).join('');
    const found = discover('', { body });
    expect(found.filter((address) => /\/\d+\/feed$/.test(address))).toHaveLength(20);
    expect(found).toContain('https://harbour.example/rss.xml');
  });
});
