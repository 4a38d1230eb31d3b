import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { composeDigest, type DigestFrame, type DigestSources } from '../../src/digest/compose.ts';
import { StoreError } from '../../src/library/store-error.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { raise } from '../fakes/raise.ts';
import { articles, bus, strait } from '../fixtures/articles.ts';

const library = createFakeLibrary(articles);
const { entries } = await library.newest({ offset: 0, limit: 10 });

/** A digest of these entries, and the ids whose content it asked for. */
async function compose(
  { write, report = raise, ...told }: Partial<DigestFrame & DigestSources> = {},
  of = entries,
  load = library.article,
) {
  const loaded: string[] = [];
  const frame: DigestFrame = {
    title: 'Digest',
    style: 'full',
    isFallback: false,
    total: of.length,
    since: null,
    date: new Date('2021-11-15T12:00:00Z'),
    first: 1,
    commands: { everything: '/digest full', rest: '/articles' },
    ...told,
  };
  const digest = await composeDigest(of, frame, {
    write,
    report,
    async load(id) {
      loaded.push(id);
      return await load(id);
    },
  });
  return { digest, loaded };
}

async function failToLoad(id: string): Promise<undefined> {
  if (id === bus.id) throw new Error('a bug');
}

describe('composing a digest', () => {
  it('keeps the order of its articles and its frame', async () => {
    const since = new Date('2021-11-14T12:00:00Z');
    const { digest } = await compose({ total: 40, isFallback: true, since, style: 'brief' }, entries.toReversed());
    expect(digest).toMatchObject({
      title: 'Digest',
      style: 'brief',
      isFallback: true,
      total: 40,
      date: '2021-11-15T12:00:00.000Z',
      since: '2021-11-14T12:00:00.000Z',
    });
    expect(digest.items.map(({ id }) => id)).toEqual(articles.map(({ id }) => id).toReversed());
  });

  it('loads no article for headlines, and each once otherwise', async () => {
    expect((await compose({ style: 'headlines' })).loaded).toEqual([]);
    for (const style of ['brief', 'full'] as const) {
      expect((await compose({ style })).loaded).toEqual(articles.map(({ id }) => id));
    }
  });

  it('shows a single article in full, and keeps the requested style', async () => {
    const { digest, loaded } = await compose({ style: 'headlines' }, entries.slice(0, 1));
    expect(loaded).toEqual(['strait001']);
    expect([digest.style, digest.items[0]?.sections.length]).toEqual(['headlines', 4]);
  });

  it('begins with the opening’s summary, else the article’s', async () => {
    const opened = (await compose()).digest.items[0]?.summary;
    expect(opened).toBe(strait.sections[0]?.summary);
    const silent: Article = { ...bus, sections: bus.sections.map((section) => ({ ...section, summary: '' })) };
    const { digest } = await compose({}, entries.slice(2, 4), async (id) => (id === bus.id ? silent : undefined));
    expect(digest.items[0]?.summary).toBe(bus.summary);
  });

  it('marks articles that changed since they were sent', async () => {
    const changed = entries.map((entry, at) => (at === 1 ? { ...entry, updated: true as const } : entry));
    const { digest } = await compose({}, changed);
    expect(digest.items.map(({ updated }) => updated ?? false)).toEqual([false, true, false, false, false]);
  });

  it('counts the pictures and links of the article and of each section', async () => {
    const [item] = (await compose()).digest.items;
    expect([item?.images, item?.links]).toEqual([3, 3]);
    expect(item?.sections.map(({ images, links }) => [images, links])).toEqual([
      [1, 1],
      [0, 2],
      [2, 0],
      [0, 0],
    ]);
  });

  it('has no sections in the brief style', async () => {
    const { digest } = await compose({ style: 'brief' });
    expect(digest.items[0]).toMatchObject({ sections: [], images: 3, image: { credit: '码头报社' } });
  });

  it('goes out without an article that cannot be composed, which is reported by its id', async () => {
    const broken = async (id: string) => (id === bus.id ? ({ ...bus, sections: undefined } as never) : undefined);
    for (const load of [broken, failToLoad]) {
      const reported: unknown[] = [];
      const { digest } = await compose({ report: (error) => reported.push(error), total: 40 }, entries, load);
      expect(digest.items.map(({ id }) => id)).toEqual(articles.map(({ id }) => id).filter((id) => id !== bus.id));
      expect(digest.total).toBe(39);
      expect(reported).toEqual([expect.objectContaining({ message: expect.stringContaining(bus.id) as string })]);
    }
  });

  it('fails if none of its articles can be composed, so that none is lost', async () => {
    const only = entries.filter(({ id }) => id === bus.id);
    await expect(compose({}, only, failToLoad)).rejects.toThrow(bus.id);
  });

  it('fails if the store is unreachable', async () => {
    const load = () => Promise.reject(new StoreError('busy', 'It is locked.'));
    await expect(compose({ report: () => undefined }, entries, load)).rejects.toThrow('It is locked.');
  });

  it('has the extract of an article whose summary cannot be written', async () => {
    const reported: unknown[] = [];
    const write = () => Promise.reject(new Error('a bug'));
    const { digest } = await compose({ report: (error) => reported.push(error), write });
    expect([digest.items[0]?.summary, reported.length]).toEqual([strait.sections[0]?.summary, articles.length]);
  });

  it('has generated summaries, marked as such', async () => {
    const write = async ({ id }: Article) => (id === bus.id ? 'Written.' : undefined);
    const { digest } = await compose({ style: 'brief', write });
    const told = digest.items.map(({ summary, written }) => (written ? summary : undefined));
    expect(told).toEqual(entries.map(({ id }) => (id === bus.id ? 'Written.' : undefined)));
  });

  it('writes all summaries concurrently', async () => {
    const waiting: (() => void)[] = [];
    const write = () => new Promise<string>((resolve) => waiting.push(() => resolve('Written.')));
    const composing = compose({ style: 'brief', write });
    await vi.waitFor(() => expect(waiting).toHaveLength(entries.length));
    for (const done of waiting) done();
    expect((await composing).digest.items.every(({ written }) => written)).toBe(true);
  });

  it('shows an article that vanished meanwhile by its entry', async () => {
    const { digest } = await compose({}, entries, async () => undefined);
    expect(digest.items[0]).toEqual({
      id: strait.id,
      title: strait.title,
      url: strait.url,
      source: strait.source,
      publishedAt: strait.publishedAt,
      summary: strait.summary,
      image: null,
      images: null,
      links: null,
      sections: [],
    });
  });
});
