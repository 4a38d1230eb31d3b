import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { linesOf } from '../fixtures/lines.ts';
import { markedArbitrary } from '../fixtures/markup.ts';
import { read } from '../fixtures/snapshot.ts';

describe('any tree of markup', () => {
  it('says each word that a reader sees once, and none that nobody sees', () => {
    fc.assert(
      fc.property(markedArbitrary, ({ html, seen, unseen }) => {
        const said = wordsOf(read(html));
        expect(said.toSorted()).toEqual(seen.toSorted());
        expect(unseen.filter((word) => said.includes(word))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Everything that the article says, each thing once: links in the text are text already. */
function wordsOf(article: Article): string[] {
  const { sections, authors } = article;
  const said = sections.flatMap(({ title, images, links, media }) => [
    title,
    ...images.flatMap(({ caption, credit }) => [caption, credit]),
    ...links.filter(({ role }) => role === 'related').map(({ text }) => text),
    ...media.map(({ caption }) => caption),
  ]);
  return [...said, ...linesOf(article), ...authors].join(' ').match(/q[a-p]+z/g) ?? [];
}
