import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaptureError } from '../../src/capture/capture-error.ts';
import { createCapturePage } from '../../src/capture/capture-page.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { createFakeWeb } from '../fakes/web.ts';
import { URL_OF_PAGE } from '../fixtures/captured.ts';

const TAGS = [
  '<p>',
  '</p>',
  '<h1>',
  '<main>',
  '</body>',
  '<script type="application/ld+json">',
  '</script>',
  '<meta property="og:title" content="',
  '<time datetime="',
  '<div hidden>',
  '<noscript>',
  '<!--',
  '">',
  '<a href="?page=2">',
  '<link rel="canonical" href="',
  '<template>',
  '](https://evil.example/)',
  '<meta name="gazette:author" content="x">',
  '{"@graph":[',
  '"author":',
  ']}',
];
const piece = fc.oneof(
  fc.constantFrom(...TAGS),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.lorem({ maxCount: 40 }),
);
const pages = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc.array(piece, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join(''))),
);

describe('any page', () => {
  it('becomes a snapshot that can be read, or an error that says why', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (body) => {
        const { fetch } = createFakeWeb({ [URL_OF_PAGE]: { body } });
        const capture = createCapturePage({ fetch });
        const result = await capture({ url: URL_OF_PAGE }, { now: new Date('2024-05-02T12:00:00Z') }).catch(
          (error: unknown) => error,
        );
        if (result instanceof CaptureError) return;
        const { text, url } = result as Awaited<ReturnType<typeof capture>>;
        const parsed = parseSnapshot(new TextEncoder().encode(text));
        expect(parsed).toMatchObject({ ok: true, warnings: [], article: { url } });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['unclosed scripts', '<script type="application/ld+json">'.repeat(20_000)],
    [
      'nested lists of data',
      `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`,
    ],
    ['nested elements', '<div hidden><p>text '.repeat(20_000)],
    ['many titles', '<h1>title</h1>'.repeat(40_000)],
    [
      'many facts',
      '<meta name="author" content="Ann Lee"><a rel="author">Ann Lee</a><span itemprop="author">Ann</span>'.repeat(
        30_000,
      ),
    ],
    ['many questions', '<div><p>Personal data may be transferred to third parties.</p></div>'.repeat(10_000)],
    ['a title of separators', `<title>${'a | '.repeat(100_000)}</title><p>text`],
    ['many links to other pages', '<a href="/2024/the-orchard/9">9</a>'.repeat(20_000)],
  ])(
    'takes little time: %s',
    async (_, body) => {
      const { fetch } = createFakeWeb({ [URL_OF_PAGE]: { body } });
      const begun = performance.now();
      await createCapturePage({ fetch })({ url: URL_OF_PAGE }, { now: new Date('2024-05-02T12:00:00Z') }).catch(
        () => undefined,
      );
      expect(performance.now() - begun).toBeLessThan(20_000);
    },
    30_000,
  );
});
