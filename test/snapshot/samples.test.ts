import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { linesOf } from '../fixtures/lines.ts';

function sample(path: string): Article {
  const result = parseSnapshot(readFileSync(new URL(`../../data/snapshots/${path}.md`, import.meta.url)));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.warnings).toEqual([]);
  return result.article;
}

/** Each section with what it holds: blocks, pictures, inline and related links, players. */
function counts({ sections }: Article) {
  return sections.map(({ title, from, text, images, links, media }) => {
    const related = links.filter(({ role }) => role === 'related').length;
    return [title ?? from, text.length, images.length, links.length - related, related, media.length];
  });
}

function images({ sections }: Article) {
  return sections.flatMap((section) => section.images);
}

describe('the tide notebooks', () => {
  const article = sample('harbour-news/tide-notebooks');

  it('is read as its page shows it', () => {
    expect(article).toMatchObject({
      title: '潮汐笔记本：一户人家写了六十一年的水位',
      source: 'harbour.example.org',
      language: 'zh-Hans',
      direction: 'ltr',
      stampedAt: '2024-06-12T08:14:00.000Z',
      publishedAt: '2024-06-12T08:14:00.000Z',
      authors: ['林晚舟', '何思远（Simon Ho）'],
    });
    expect(counts(article)).toEqual([
      ['lead', 3, 1, 0, 3, 0],
      ['一根刻着数字的木桩', 5, 1, 0, 0, 0],
      ['从铅笔字到数据表', 5, 0, 1, 0, 1],
      ['笔记本以后怎么办？', 4, 1, 0, 0, 0],
    ]);
  });

  it('has images with credits, and one player with its poster', () => {
    expect(images(article).map(({ credit, original }) => [credit, original !== null])).toEqual([
      ['Tidewatch / Wen Lan', false],
      ['Tidewatch / Wen Lan', true],
      ['岛上小学提供', false],
    ]);
    expect(article.sections[2]?.media).toEqual([
      {
        kind: 'video',
        url: 'https://player.example.org/embeds/zhongwen/simp/science-60140217/t0b7x2k1/zh-hans',
        title: '多媒体播放器',
        poster: 'https://media.example.org/video/1024x576/t0b7x2k1.jpg',
        caption: '四十三本笔记本，两分钟看完六十一年',
      },
    ]);
  });
});

describe('the clock mender', () => {
  const article = sample('island-notes/clock-mender');

  it('is read as its page shows it', () => {
    expect(article).toMatchObject({
      title: '末班渡輪與修錶的人',
      language: 'zh-Hant',
      stampedAt: null,
      publishedAt: '2024-03-06T13:40:00.000Z',
      authors: [],
    });
    expect(article.sections.map(({ from }) => from)).toEqual(['lead', 'part']);
    expect(linesOf(article)).toHaveLength(17);
    expect(images(article)).toMatchObject([
      { original: 'https://photo.example.com/island/clock-shop.jpg', alt: '修錶店的工作桌和一盞檯燈', width: 640 },
    ]);
    expect(article.sections.flatMap(({ links }) => links)).toEqual([
      { url: 'https://notes.example.org/archive/ferry-hearing', text: '公聽會', role: 'inline' },
    ]);
  });
});

describe('the truck library', () => {
  const article = sample('oasis-news/truck-library');

  it('is read as its page shows it, from right to left', () => {
    expect(article).toMatchObject({
      language: 'ar',
      direction: 'rtl',
      publishedAt: '2024-08-21T17:05:40.000Z',
      authors: ['يوسف المرزوقي'],
    });
    expect(counts(article)).toEqual([
      ['lead', 3, 1, 0, 2, 0],
      ['من صناديق الفاكهة إلى الرفوف', 3, 1, 0, 0, 0],
      ['ماذا يقرأ أهل الوادي؟', 3, 0, 0, 0, 0],
      ['طريق طويل', 3, 0, 1, 0, 0],
    ]);
    expect(article.sections[2]).toMatchObject({ anchor: 'ماذا-يقرأ-أهل-الوادي', authors: ['يوسف المرزوقي'] });
  });

  it('has a caption and a credit', () => {
    expect(images(article).map(({ url, caption, credit }) => [new URL(url).hostname, caption, credit])).toEqual([
      ['cdn.example.org', 'تقف الشاحنة في كل قرية ساعتين، ثم تمضي إلى القرية التالية.', 'سلمى الحداد'],
      ['images.weserv.nl', null, 'سلمى الحداد'],
    ]);
    expect(images(article)[0]?.url).toContain('/1600/');
  });
});

describe('the night bus', () => {
  const article = sample('valley-review/night-bus');

  it('is read as its page shows it', () => {
    expect(article).toMatchObject({
      title: 'The last night bus [and the people who kept it running]',
      url: 'https://www.example.com/features/2024/09/night-bus_(route-40)',
      source: 'example.com',
      language: 'en',
      publishedAt: '2024-09-03T06:30:25.000Z',
    });
    expect(counts(article)).toEqual([
      ['lead', 3, 1, 0, 0, 0],
      ['A route that nobody planned', 4, 1, 1, 0, 0],
      ['What the books say', 4, 0, 0, 0, 0],
      ['How the vote was won', 4, 1, 0, 0, 0],
      ['The thirty-eighth book', 2, 0, 1, 0, 0],
    ]);
    expect(article.sections.flatMap(({ text }) => text.map(({ kind }) => kind))).toEqual(
      expect.arrayContaining(['quote', 'table', 'list']),
    );
  });

  it('has its lazy-loaded images once, without placeholders', () => {
    expect(images(article).map(({ url, caption, credit }) => [new URL(url).pathname, caption, credit])).toEqual([
      ['/w/1280/night-bus/depot.webp', null, null],
      [
        '/w/960/night-bus/books.jpg',
        'The first thirty books are kept in the depot canteen, next to the lost property.',
        'Tomas Reyl',
      ],
      ['/', 'Some sixty people came to the meeting, many of them before or after a shift.', null],
    ]);
    expect(images(article).flatMap(({ candidates }) => candidates.filter(({ url }) => url.includes('blank')))).toEqual(
      [],
    );
  });

  it('has no feed notice', () => {
    expect(JSON.stringify(article)).not.toMatch(/RSS|feeds\.example/);
  });
});
