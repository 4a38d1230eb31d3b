import { describe, expect, it } from 'vitest';
import type { CaptureRequest, FeedText } from '../../src/capture/capture.ts';
import { createCapturePage } from '../../src/capture/capture-page.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { createFakeWeb, type FakeAnswer } from '../fakes/web.ts';

const URL_OF_PAGE = 'https://news.example.org/2024/the-orchard';
const NOW = new Date('2024-05-02T12:00:00Z');

const paragraphs = [
  'The old orchard behind the mill has been locked since the autumn of 1998, and nobody remembers who has the key.',
  'Last week three neighbours climbed the wall with a ladder, two baskets and the permission of the parish council.',
  'They counted forty-one trees, eleven of them alive, and one that bears an apple which no book describes.',
  'A botanist from the valley college took nine leaves and four blossoms, and asked everyone not to name it yet.',
];
const text = paragraphs.map((one) => `<p>${one}</p>`).join('\n');

function page({ head = '', body = text }: { head?: string; body?: string } = {}): string {
  return `<!doctype html><html lang="en"><head><title>The orchard</title>${head}</head><body><main>${body}</main></body></html>`;
}

const feed: FeedText = {
  title: 'The orchard behind the mill',
  summaryHtml: '<p>Three neighbours climbed a wall and found an apple.</p>',
  contentHtml: null,
  authors: ['Mara Quill'],
  publishedAt: new Date('2024-05-01T06:30:00Z'),
  language: 'en',
  image: null,
};

async function capture(pages: Record<string, FakeAnswer>, request: Partial<CaptureRequest> = {}) {
  const captured = await createCapturePage(createFakeWeb(pages))({ url: URL_OF_PAGE, ...request }, { now: NOW });
  const parsed = parseSnapshot(new TextEncoder().encode(captured.text));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { article, warnings } = parsed;
  const words = article.sections.flatMap((one) =>
    one.text.flatMap((block) => ('spans' in block ? [block.spans.map((span) => span.text).join('')] : [])),
  );
  return { captured, article, warnings, words };
}

describe('a captured page', () => {
  it('is a snapshot with the text of the page', async () => {
    const { captured, words, warnings, article } = await capture({ [URL_OF_PAGE]: page() });
    expect(words).toEqual(paragraphs);
    expect(warnings).toEqual([]);
    expect(article).toMatchObject({ url: URL_OF_PAGE, title: 'The orchard', language: 'en' });
    expect(article).not.toHaveProperty('textFrom');
    expect(captured.completeness).toBe('full');
  });

  it('has the name of its address, whatever is on the page', async () => {
    const one = await capture({ [URL_OF_PAGE]: page() });
    const other = await capture({ [URL_OF_PAGE]: page({ head: '<meta name="author" content="Ann Lee">' }) });
    expect(one.captured.name).toMatch(/^news\.example\.org\/the-orchard-[a-z0-9]{9}\.md$/u);
    expect(other.captured.name).toBe(one.captured.name);
  });

  it('has the authors, time and picture that the head names', async () => {
    const head = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley News"},
      {"@type":["NewsArticle"],"headline":"An apple that no book describes","author":[{"@id":"#a"},{"@type":"Person","name":"Tom Roe"}],
      "datePublished":"2024-05-01T08:15:00+02:00","image":{"url":"/lead.jpg"}},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}</script>`;
    const { article } = await capture({ [URL_OF_PAGE]: page({ head }) });
    expect(article.authors).toEqual(['Ann Lee', 'Tom Roe']);
    expect(article.publishedAt).toBe('2024-05-01T06:15:00.000Z');
    expect(article.sections[0]?.images[0]?.url).toBe('https://news.example.org/lead.jpg');
  });

  it('keeps a title that looks like the end of the header', async () => {
    const title = 'Fish &amp; chips [new](https://evil.example.org/) &amp;amp; more';
    const html = page().replace('The orchard</title>', `${title}</title>`);
    const { article } = await capture({ [URL_OF_PAGE]: html });
    expect(article.url).toBe(URL_OF_PAGE);
    expect(article.title).toContain('[new](https://evil.example.org/)');
  });

  it('has the canonical address of the same site only', async () => {
    const link = (href: string) => page({ head: `<link rel="canonical" href="${href}">` });
    const same = await capture(
      { [`${URL_OF_PAGE}?ref=feed`]: link('/2024/the-orchard') },
      { url: `${URL_OF_PAGE}?ref=feed` },
    );
    expect(same.article.url).toBe(URL_OF_PAGE);
    const other = await capture({ [URL_OF_PAGE]: link('https://elsewhere.example.com/x') });
    expect(other.article.url).toBe(URL_OF_PAGE);
  });
});

describe('a page that cannot be read', () => {
  it('is replaced by the teaser of the feed, and says so', async () => {
    const { article, captured, words } = await capture({ [URL_OF_PAGE]: { status: 403 } }, { feed });
    expect(captured.completeness).toBe('summary');
    expect(article).toMatchObject({ textFrom: 'summary', authors: ['Mara Quill'], title: feed.title });
    expect(article.publishedAt).toBe('2024-05-01T06:30:00.000Z');
    expect(words).toEqual(['Three neighbours climbed a wall and found an apple.']);
  });

  it('is replaced by the whole text of the feed', async () => {
    const { article, words } = await capture({}, { feed: { ...feed, contentHtml: text } });
    expect(article.textFrom).toBe('feed');
    expect(words).toEqual(paragraphs);
  });

  it.each([
    [{ status: 404 }, { code: 'not-found', isPermanent: true }],
    [{ status: 401 }, { code: 'refused', isPermanent: true }],
    [{ status: 503 }, { code: 'server-error', isPermanent: false }],
    [{ headers: { 'content-type': 'application/pdf' } }, { code: 'not-html', isPermanent: true }],
    [{ body: new Uint8Array([0x89, 0x50, 0, 0]) }, { code: 'not-html', isPermanent: true }],
    [page({ body: '' }), { code: 'no-article', isPermanent: true }],
  ] satisfies [FakeAnswer, object][])('is an error without a feed: %j', async (answer, error) => {
    await expect(capture({ [URL_OF_PAGE]: answer })).rejects.toMatchObject(error);
  });

  it('says why nothing was fetched', async () => {
    await expect(capture({})).rejects.toMatchObject({ code: 'unknown-host', isPermanent: false });
  });
});
