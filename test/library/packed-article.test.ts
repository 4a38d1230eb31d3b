import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packArticle, unpackArticle } from '../../src/library/packed-article.ts';
import { makeArticle } from '../fakes/article.ts';

it.each([10, 400_000])('unpacks what it packed, of %d words', (words) => {
  const article = makeArticle({ url: 'https://example.org/a', sections: [[null, '水 word '.repeat(words)]] });
  expect(unpackArticle(packArticle(article))).toEqual(article);
});

it('unpacks what was compressed at once', () => {
  const article = makeArticle({ url: 'https://example.org/a' });
  expect(unpackArticle(deflateRawSync(JSON.stringify(article)))).toEqual(article);
});
