import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/article.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { sectionView } from '../../src/presenters/section-view.ts';
import { toViewBlocks } from '../../src/view/to-view-blocks.ts';
import { articles, bus, strait } from '../fixtures/articles.ts';
import { addressesOf, pictureTextsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');

const span = fc.record(
  {
    text: fc.string(),
    strong: fc.constant(true as const),
    emphasis: fc.constant(true as const),
    code: fc.constant(true as const),
    href: fc.webUrl(),
  },
  { requiredKeys: ['text'] },
);
const spans = fc.array(span, { maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const, 'code' as const), spans }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(spans) }),
  fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(spans)) }),
);

function allSpans(one: Block) {
  if (one.kind === 'list') return one.items.flat();
  return one.kind === 'table' ? one.rows.flat(2) : one.spans;
}

describe('blocks of an article', () => {
  it('keep every word, in order, and every address as blocks of a view', () => {
    fc.assert(
      fc.property(block, (one) => {
        const view = { blocks: toViewBlocks(one), actions: [] };
        const words = allSpans(one).map(({ text }) => text);
        const addresses = allSpans(one).flatMap(({ href }) => (href === undefined ? [] : [href]));
        expect(textsOf(view).join('').startsWith(words.join(''))).toBe(true);
        expect(addressesOf(view)).toEqual(addresses);
      }),
    );
  });
});

describe.each(articles.map((article) => [article.title, article] as const))('the sections of %s', (_title, article) => {
  it('show every picture, link and player, and link to their neighbours', () => {
    for (const section of article.sections) {
      const view = sectionView(article, section, audience);
      const addresses = new Set(addressesOf(view));
      const wanted = [...section.images, ...section.links, ...section.media].map(({ url }) => url);
      expect(wanted.filter((url) => !addresses.has(url))).toEqual([]);
      const moves = view.actions.flatMap((action) =>
        action.role === 'move' && 'command' in action ? [action.command] : [],
      );
      const near = article.sections.filter(({ number }) => Math.abs(number - section.number) === 1);
      expect(moves.toSorted()).toEqual(
        [`/article ${article.id}`, ...near.map(({ number }) => `/section ${article.id} ${number}`)].toSorted(),
      );
      expect(view.about).toEqual({ article: article.id, section: section.number });
    }
  });
});

describe('a section', () => {
  it('shows the title of a player once, beside its poster', () => {
    const media = { kind: 'video', url: 'https://example.org/v', title: 'The ferry at dawn', caption: null } as const;
    const [lead] = strait.sections;
    if (lead === undefined) throw new Error('The fixture has no section.');
    const section = { ...lead, media: [{ ...media, poster: 'https://img.example.org/poster.jpg' }] };
    const view = sectionView({ ...strait, sections: [section] }, section, audience);
    expect(JSON.stringify(view).split(media.title)).toHaveLength(2);
  });

  it('shows the credits of its pictures', () => {
    const section = strait.sections[2] ?? strait.sections[0];
    expect(section && pictureTextsOf(sectionView(strait, section, audience))).toEqual([
      '',
      '船长在驾驶台',
      '陈渡摄',
      '旧雷达',
      '',
      '',
    ]);
  });

  it('does not list a link that is in its text', () => {
    const section = strait.sections[1] ?? strait.sections[0];
    const addresses = section ? addressesOf(sectionView(strait, section, audience)) : [];
    expect(addresses.filter((url) => url === 'https://news.example.org/rota')).toHaveLength(1);
  });

  it('links to its place in the original', () => {
    const section = bus.sections[1] ?? bus.sections[0];
    const view = section && sectionView(bus, section, audience);
    expect(view?.actions.at(-1)).toMatchObject({ url: 'https://www.example.com/features/night-bus_(40)#drivers' });
  });
});
