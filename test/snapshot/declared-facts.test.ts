import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/html/tree/parse-html.ts';
import { readDeclaredFacts } from '../../src/snapshot/declared-facts.ts';
import { read as readSnapshot } from '../fixtures/snapshot.ts';

const read = (head: string) => readDeclaredFacts(parseHtml(`<head>${head}</head><p>It rained.</p>`));
const NOTHING = { authors: [], published: undefined, image: undefined, standfirst: null, textFrom: undefined };

describe('the head of a captured page', () => {
  // Snapshots that were saved long ago have these names.
  it('declares facts under names that never change', () => {
    const facts = {
      author: ['Ann Lee', 'Bo Berg'],
      published: ['2024-05-01T08:30:00Z'],
      image: ['https://news.example/quay.jpg'],
      standfirst: ['  The quay  is new. '],
      text: ['feed'],
    };
    const metas = Object.entries(facts).flatMap(([name, values]) =>
      values.map((value) => `<meta name="gazette:${name}" content="${value}">`),
    );
    expect(read(metas.join(''))).toEqual({
      authors: ['Ann Lee', 'Bo Berg'],
      published: { instant: '2024-05-01T08:30:00.000Z' },
      image: 'https://news.example/quay.jpg',
      standfirst: 'The quay is new.',
      textFrom: 'feed',
    });
  });

  it('declares nothing in an ordinary snapshot, or by other values', () => {
    expect(read('<meta name="author" content="Ann Lee">')).toEqual(NOTHING);
    const empty = ['author', 'published', 'standfirst', 'text'].map(
      (name) => `<meta name="gazette:${name}" content="">`,
    );
    expect(read(empty.join(''))).toEqual(NOTHING);
    expect(read('<meta name="gazette:text" content="summary">').textFrom).toBe('summary');
    expect(readDeclaredFacts(parseHtml('<meta name="gazette:author" content="Ann Lee">'))).toEqual(NOTHING);
  });
});

describe('the declared picture', () => {
  const head = '<head><meta name="gazette:image" content="https://news.example/quay.jpg"></head>';
  const [text, heading] = ['<p>It rained on the quay.</p>', '<h2>The boats</h2>'];
  const own = '<img src="https://news.example/own.jpg" width="800" height="500">';

  it.each([
    ['no other', `${text}${heading}${text}`, ['quay']],
    ['none above the first heading', `${text}${heading}${own}${text}`, ['quay', 'own']],
    ['one above the first heading', `${text}${own}${text}${heading}${text}`, ['own']],
  ])('comes first if there is %s', (_what, body, names) => {
    const images = readSnapshot(`${head}${body}`).sections.flatMap((section) => section.images);
    expect(images.map(({ url }) => url)).toEqual(names.map((name) => `https://news.example/${name}.jpg`));
  });
});
