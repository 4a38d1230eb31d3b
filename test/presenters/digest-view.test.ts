import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { collectDigest, type DigestRequest } from '../../src/digest/collect.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { digestView } from '../../src/presenters/digest-view.ts';
import { styles } from '../../src/subscription/digest-style.ts';
import type { View } from '../../src/view/view.ts';
import { createFakeLibrary } from '../fakes/library.ts';
import { raise } from '../fakes/raise.ts';
import { articles, bus, huge, short, strait } from '../fixtures/articles.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'Asia/Shanghai');
const now = new Date('2021-11-15T12:00:00.000Z');

async function show(wish: Partial<DigestRequest> = {}, of: readonly Article[] = articles): Promise<View> {
  const library = createFakeLibrary(of);
  return digestView(
    await collectDigest(library, { period: 'ever', style: 'brief', title: 'Digest', now, report: raise, ...wish }),
    audience,
  );
}

function sublines({ blocks }: View): string[] {
  return textsOf({ blocks: blocks.filter((block) => block.kind === 'text' && block.subtle === true), actions: [] });
}

describe('a digest', () => {
  it('has a heading with its title, the day in the reader’s zone and the number of articles', async () => {
    const late = new Date('2021-11-15T20:00:00.000Z');
    expect(textsOf(await show({ now: late }))[0]).toBe('Digest · Tue 16 Nov · 5 articles');
  });

  it('shows its start, unless it covers one day', async () => {
    expect(sublines(await show({ period: new Date('2021-11-12T16:00:00Z') }))).toEqual(['since 13 Nov 2021 00:00']);
    expect(sublines(await show({ period: new Date('2021-11-14T12:00:00Z') }, [strait, strait]))).toEqual([]);
    expect(sublines(await show())).toEqual([]);
  });

  it('says so if there are no new articles', async () => {
    const view = await show({ period: 'lately', now: new Date('2022-01-01T00:00:00Z') });
    expect(sublines(view)[0]).toBe('No new articles in the last 24 hours. The latest before that:');
  });

  it('shows how many articles are left out, and a button for them', async () => {
    const view = await show({ limit: 3 });
    expect(sublines(view)).toEqual(['And 2 more articles.']);
    expect(buttonsOf(view).at(-1)).toEqual(['2 more ›', '/articles']);
    expect(buttonsOf(await show()).at(-1)).toEqual(['Show everything ▾', '/digest full']);
  });

  it('numbers its articles on the buttons and in the last list', async () => {
    const view = await show({ limit: 2 });
    expect(buttonsOf(view).slice(0, 2)).toEqual([
      ['1 海峡渡轮复航：两岸码头在等什么', '/article strait001'],
      ['2 台湾茶农的第七个冬天', '/article short0002'],
    ]);
    expect(view.list).toMatchObject({ first: 1, articles: ['strait001', 'short0002'], titles: 'text' });
  });

  it('marks updated articles, in each style and alone', async () => {
    const marked = async (style: DigestRequest['style'], of: readonly Article[]) => {
      const digest = await collectDigest(createFakeLibrary(of), {
        period: 'ever',
        style,
        title: 'Digest',
        now,
        report: raise,
      });
      const items = digest.items.map((item, at) => (at === 0 ? { ...item, updated: true as const } : item));
      const told = textsOf(digestView({ ...digest, items }, audience)).join('');
      return [...told.matchAll(/Updated · ([a-z.]+)/gu)].map(([, source]) => source);
    };
    for (const style of styles) expect(await marked(style, [strait, bus])).toEqual([strait.source]);
    expect(await marked('brief', [strait])).toEqual([strait.source]);
  });

  it('marks generated summaries, and explains the mark', async () => {
    const write = async ({ id }: Article) => (id === bus.id ? 'The buses run.' : undefined);
    for (const style of ['brief', 'full'] as const) {
      const told = textsOf(await show({ style, write }));
      expect(told.filter((one) => one.includes('✎')).map((one) => one.trim().split('\n').at(-1))).toEqual([
        'The buses run. ✎',
        '✎ Summary by a language model. It may contain mistakes.',
      ]);
    }
    expect(textsOf(await show({ style: 'headlines', write })).join('')).not.toContain('✎');
  });

  it('opens in full for the same period', async () => {
    const view = await show({ period: new Date('2021-11-12T16:00:00.000Z') });
    expect(buttonsOf(view).at(-1)).toEqual(['Show everything ▾', '/digest 2021-11-12T16:00:00Z full']);
  });

  it('shows its start and a button to the newest articles if it is empty', async () => {
    const view = await show({ period: new Date('2021-11-15T11:00:00Z') });
    expect(textsOf(view)).toEqual(['No new articles since 15 Nov 2021 19:00.']);
    expect(buttonsOf(view)).toEqual([['Newest articles', '/articles']]);
    const empty = await show({}, []);
    expect(textsOf(empty)).toEqual(['There are no articles yet, so there is no digest.']);
    expect(buttonsOf(empty)).toEqual([['Help', '/help']]);
  });
});

describe('a digest of headlines', () => {
  it('has titles that link to the original, with source and date', async () => {
    const [, list] = (await show({ style: 'headlines' })).blocks;
    expect(list).toMatchObject({ kind: 'list', ordered: true });
    expect(list?.kind === 'list' && list.items[1]).toEqual([
      { kind: 'link', text: short.title, url: short.url },
      { kind: 'subtle', text: '\ndaily.example.com · 14 Nov 2021' },
    ]);
  });
});

describe('a brief digest', () => {
  it('adds the summary of each article, and a thumbnail', async () => {
    const [, first, second] = (await show({ style: 'brief' })).blocks;
    expect(first).toEqual({
      kind: 'text',
      spans: [
        { kind: 'plain', text: '1  ' },
        { kind: 'link', text: strait.title, url: strait.url },
        { kind: 'subtle', text: '\nnews.example.org · ' },
        { kind: 'time', text: '15 Nov 2021 18:13', at: strait.publishedAt, zone: 'Shanghai' },
        { kind: 'plain', text: '\n停航十年的渡轮将在春天复航，台湾一侧的码头已经重新刷漆。' },
      ],
      thumbnail: expect.objectContaining({ url: 'https://img.example.org/pier.jpg' }) as object,
    });
    expect(second).not.toHaveProperty('thumbnail');
  });

  it('omits a missing summary', async () => {
    const silent = { ...short, summary: '', sections: [] };
    expect(textsOf(await show({}, [strait, silent])).at(-1)).toBe('\ndaily.example.com · 14 Nov 2021');
  });
});

/** The texts of the sections: they begin with their number. */
function sectionsOf({ blocks }: View) {
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.spans] : []));
  return texts.filter(([mark]) => mark?.kind === 'strong');
}

describe('a full digest', () => {
  it('has every section with its number, summary, pictures and links', async () => {
    const view = await show({ style: 'full' });
    expect(sublines(view)[0]).toBe('news.example.org · 15 Nov 2021 18:13 · 3 pictures · 3 links');
    expect(sectionsOf(view).slice(0, 3)).toEqual([
      [
        { kind: 'strong', text: '1.1 台湾一侧' },
        { kind: 'plain', text: '\n油漆工每天从六点干到天黑。 · 2 links' },
      ],
      [
        { kind: 'strong', text: '1.2 船长想要什么' },
        { kind: 'plain', text: '\n船长只想要一台新的雷达。 · 2 pictures' },
      ],
      [
        { kind: 'strong', text: '1.3 乘客想要什么？' },
        { kind: 'plain', text: '\n他们想要便宜的票。' },
      ],
    ]);
  });

  it('shows a section without heading by its summary, and one without summary by its heading', async () => {
    const untold = { ...bus, sections: bus.sections.map((section) => ({ ...section, summary: '' })) };
    const view = await show({ style: 'full' }, [huge, untold]);
    const sections = sectionsOf(view);
    expect(sections.find(([mark]) => mark?.text.startsWith('2.1'))).toEqual([
      { kind: 'strong', text: '2.1 ' },
      { kind: 'plain', text: expect.stringMatching(/^第1个清晨.+ · 1 picture · 5 links$/u) as string },
    ]);
    expect(sections[0]).toEqual([{ kind: 'strong', text: '1.1 Drivers' }]);
  });

  it('opens the pictures and links of each article', async () => {
    expect(buttonsOf(await show({ style: 'full' }, [strait, short])).slice(2)).toEqual([
      ['1: 🖼 Pictures 3', '/images strait001'],
      ['1: 🔗 Links 3', '/links strait001'],
    ]);
  });
});

describe('a digest of one article', () => {
  it('is that article’s card in every style', async () => {
    for (const style of ['headlines', 'brief', 'full'] as const) {
      const view = await show({ style }, [strait]);
      expect(view.about).toEqual({ article: 'strait001' });
      expect(view.blocks[1]).toEqual({
        kind: 'heading',
        spans: [{ kind: 'link', text: strait.title, url: strait.url }],
      });
      expect(buttonsOf(view)).toEqual([
        ['1 台湾一侧', '/section strait001 1'],
        ['2 船长想要什么', '/section strait001 2'],
        ['3 乘客想要什么？', '/section strait001 3'],
        ['Read from the start', '/section strait001 0'],
        ['🖼 Pictures 3', '/images strait001'],
        ['🔗 Links 3', '/links strait001'],
        ['Original', strait.url],
        ['Save', '/save strait001'],
      ]);
    }
  });

  it('opens the whole text if there is one section', async () => {
    expect(buttonsOf(await show({}, [short]))[0]).toEqual(['Read in full', '/section short0002 0']);
  });
});
