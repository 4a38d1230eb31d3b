import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, toAbsolute } from '../../src/article/address.ts';

const BASE = 'https://news.example/a/b';
const piece = fc.constantFrom(
  'a',
  'B',
  '7',
  '.',
  '..',
  '/',
  '//',
  '%',
  '%2e',
  '%41',
  '%E6%B5%B7',
  '%e6%b5%b7',
  '%FF',
  '-',
  '_',
  '?',
  '&x=1',
  '=',
  ':',
  '@',
  'xn--',
  '~',
  ' ',
  '#',
  "'",
  '^',
);
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'ftp://', '//', ''),
    fc.constantFrom(
      'news.example',
      'www.news.example',
      'www.example',
      'News.example',
      'news.example:443',
      'xn--a.example',
      '1.2',
      '127.0.0.1',
      'localhost',
      'u:p@news.example',
    ),
    fc.array(piece, { maxLength: 8 }),
  )
  .map(([scheme, host, path]) => `${scheme}${host}/${path.join('')}`);

describe('toAbsolute', () => {
  it('writes an address as URL does, without credentials', () => {
    fc.assert(
      fc.property(address, (href) => {
        const url = URL.parse(href.trim(), BASE);
        if (url === null || !/^https?:$/.test(url.protocol)) expect(toAbsolute(href, BASE)).toBeUndefined();
        else expect(toAbsolute(href, BASE)).toBe(Object.assign(url, { username: '', password: '' }).href);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('articleId', () => {
  it('is the same for all spellings of an address', () => {
    fc.assert(
      fc.property(address, (href) => {
        const url = toAbsolute(href, BASE);
        if (url !== undefined && !url.includes('#')) expect(articleId(url)).toBe(articleId(`${url}#top`));
      }),
      { numRuns: 1000 },
    );
    expect(articleId('http://www.news.example/a')).toBe(articleId('https://news.example/a/?utm_source=x#top'));
    expect(articleId('https://news.example//a//%E6%B5%B7')).toBe(articleId('https://news.example/a/海'));
  });
});
