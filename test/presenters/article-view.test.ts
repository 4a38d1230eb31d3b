import { describe, expect, it } from 'vitest';
import type { Article, Section } from '../../src/article/article.ts';
import type { ArticleVersion } from '../../src/library/versions.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { type ArticleContext, articleView, type ShownArticle } from '../../src/presenters/article-view.ts';
import type { View } from '../../src/view/view.ts';
import { articles, bus, short, strait } from '../fixtures/articles.ts';
import { addressesOf, buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'Asia/Shanghai');
const version: ArticleVersion = { stampedAt: null, addedAt: '2021-11-15T11:00:00.000Z', title: '', file: 'a.md' };

function show(
  article: ShownArticle,
  versions: readonly ArticleVersion[] = [version],
  more: Partial<ArticleContext> = {},
): View {
  return articleView(article, { versions, keywords: [], entries: [], ...more }, audience);
}

/** An article whose sections are changed, each by its number. */
function changed(article: Article, told: Readonly<Record<number, Partial<Section>>>): Article {
  return { ...article, sections: article.sections.map((section) => ({ ...section, ...told[section.number] })) };
}

function pictureOf({ blocks }: View): string | undefined {
  return blocks.flatMap((block) => (block.kind === 'image' ? [block.picture.url] : []))[0];
}

describe('an article’s card', () => {
  it('says that the text is from the feed, and only then', () => {
    expect(textsOf(show({ ...strait, textFrom: 'feed' }))).toContain(
      'This text is from the feed: the page shows me less of it.',
    );
    expect(textsOf(show({ ...strait, textFrom: 'summary' })).join()).toContain('Only the teaser from the feed');
    expect(textsOf(show(strait)).join()).not.toContain('feed');
  });

  it('shows the title, source, date and summary', () => {
    const view = show(strait);
    expect(textsOf(view)).toEqual([
      '海峡渡轮复航：两岸码头在等什么',
      'news.example.org · 15 Nov 2021 18:13 · about 1 minute · 林晚, 陈渡',
      '停航十年的渡轮将在春天复航，台湾一侧的码头已经重新刷漆。',
    ]);
    expect(view.blocks[0]).toMatchObject({ kind: 'heading', spans: [{ kind: 'link', url: strait.url }] });
    expect(view.about).toEqual({ article: 'strait001' });
  });

  it('shows a generated summary instead of the extract, and marks it', () => {
    const [, , summary, mark] = textsOf(show({ ...strait, written: 'The ferry sails again in spring.' }));
    expect(summary).toBe('The ferry sails again in spring.');
    expect(mark).toBe('Summary by a language model. It may contain mistakes.');
  });

  it('omits unknown values', () => {
    const view = show({ ...short, publishedAt: null, summary: '', sections: [] });
    expect(textsOf(view)).toEqual(['台湾茶农的第七个冬天', 'daily.example.com · about 1 minute']);
    expect(buttonsOf(view)).toEqual([
      ['Original', short.url],
      ['Save', '/save short0002'],
    ]);
  });

  it('shows the summary of the article if the lead has none', () => {
    expect(textsOf(show(changed(bus, { 0: { summary: '' } })))[2]).toBe(bus.summary);
  });

  it('shows the first picture of any section', () => {
    expect(pictureOf(show(strait))).toBe('https://img.example.org/pier.jpg');
    expect(pictureOf(show(changed(strait, { 0: { images: [] } })))).toBe('https://img.example.org/captain.jpg');
    expect(pictureOf(show(bus))).toBeUndefined();
  });

  it('has buttons for the contents, pictures and links', () => {
    expect(buttonsOf(show(strait))).toEqual([
      ['1 台湾一侧', '/section strait001 1'],
      ['2 船长想要什么', '/section strait001 2'],
      ['3 乘客想要什么？', '/section strait001 3'],
      ['Read from the start', '/section strait001 0'],
      ['🖼 Pictures 3', '/images strait001'],
      ['🔗 Links 3', '/links strait001'],
      ['Original', 'https://news.example.org/strait-ferry'],
      ['Save', '/save strait001'],
    ]);
    expect(show(strait).actions.map(({ role }) => role)).toEqual([
      'contents',
      'contents',
      'contents',
      'read',
      'open',
      'open',
      'open',
      'open',
    ]);
  });

  it('opens the first section with text', () => {
    const view = show(changed(bus, { 0: { text: [] } }));
    expect(buttonsOf(view)).toContainEqual(['Read from the start', '/section nightbus3 1']);
  });

  it('opens the whole text if there is one section, and offers nothing empty', () => {
    expect(buttonsOf(show({ ...short, textFrom: 'summary' }))[0]?.[0]).toBe('Read from the start');
    expect(buttonsOf(show(short))).toEqual([
      ['Read in full', '/section short0002 0'],
      ['Original', short.url],
      ['Save', '/save short0002'],
    ]);
  });

  it('counts a picture or link once if several sections have it', () => {
    const [lead] = strait.sections;
    const again = changed(strait, { 3: { images: lead?.images ?? [], links: lead?.links ?? [] } });
    expect(buttonsOf(show(again)).slice(4, 6)).toEqual([
      ['🖼 Pictures 3', '/images strait001'],
      ['🔗 Links 3', '/links strait001'],
    ]);
  });

  it.each([
    [[], undefined],
    [['2021-11-14T00:00:00.000Z'], '1 earlier version (14 Nov 2021 08:00).'],
    [[null], '1 earlier version (15 Nov 2021 19:00).'],
    [['2021-11-14T00:00:00.000Z', null], '2 earlier versions (latest: 14 Nov 2021 08:00).'],
  ])('mentions earlier versions: %j', (stamps, said) => {
    const earlier = stamps.map((stampedAt) => ({ ...version, stampedAt }));
    expect(textsOf(show(strait, [version, ...earlier]))[3]).toBe(said);
  });

  it('mentions them without a date if it is unreadable', () => {
    const undated = { ...version, addedAt: '' };
    expect(textsOf(show(strait, [version, undated])).at(-1)).toBe('1 earlier version.');
  });

  it.each(articles.map((article) => [article.title, article] as const))(
    'links to the original of %s',
    (_title, one) => {
      expect(addressesOf(show(one))).toContain(one.url);
    },
  );
});
