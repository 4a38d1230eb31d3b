import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packArticle, unpackArticle, unpackInSteps } from '../../src/library/packed-article.ts';
import { makeArticle } from '../fakes/article.ts';

const ofWords = (words: number) =>
  makeArticle({ url: 'https://example.org/a', sections: [[null, '水 word '.repeat(words)]] });

/** Sections with a text of a kilobyte each. */
const ofSections = (count: number) =>
  makeArticle({
    url: 'https://example.org/a',
    sections: Array.from({ length: count }, (_, at) => [`Pier ${at}`, 'word '.repeat(200)] as const),
  });

/** Runs steps at once and counts them. */
function createCounter() {
  let count = 0;
  return {
    count: () => count,
    async runSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return value;
        count += 1;
      }
    },
  };
}

it.each([10, 400_000])('unpacks what it packed, of %d words', async (words) => {
  const article = ofWords(words);
  expect(unpackArticle(packArticle(article))).toEqual(article);
  expect(await unpackInSteps(packArticle(article), createCounter().runSteps)).toEqual(article);
});

it('unpacks what was compressed at once', () => {
  const article = makeArticle({ url: 'https://example.org/a' });
  expect(unpackArticle(deflateRawSync(JSON.stringify(article)))).toEqual(article);
});

describe('unpacking in steps', () => {
  it('takes many for a large article, and the result is the same', async () => {
    const article = ofSections(6000);
    const { count, runSteps } = createCounter();
    expect(await unpackInSteps(packArticle(article), runSteps)).toEqual(article);
    expect(count()).toBeGreaterThan(JSON.stringify(article).length / 150_000);
  });

  it('is done at once for others', async () => {
    const { count, runSteps } = createCounter();
    await unpackInSteps(packArticle(ofSections(100)), runSteps);
    expect(count()).toBe(0);
  });

  it('rejects what is damaged', async () => {
    const { runSteps } = createCounter();
    for (const sections of [10, 6000]) {
      const packed = packArticle(ofSections(sections));
      await expect(unpackInSteps(packed.subarray(0, packed.length / 2), runSteps)).rejects.toThrow(
        'unexpected end of file',
      );
    }
  });
});
