import { describe, expect, it } from 'vitest';
import type { Link, Section } from '../../src/article/article.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { linksView } from '../../src/presenters/links-view.ts';
import { bus, strait } from '../fixtures/articles.ts';
import { addressesOf, buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const audience = createAudience('en', 'UTC');

function showLinks(...links: Link[]) {
  const [lead] = strait.sections;
  return linksView({ ...strait, sections: [{ ...(lead as Section), links }] }, {}, audience);
}

function link(number: number, role: Link['role']): Link {
  return { url: `https://example.org/${number}`, text: `link ${number}`, role };
}

describe('the links of an article', () => {
  it('appear once each, with related ones separate', () => {
    const view = linksView(strait, {}, audience);
    expect(addressesOf(view)).toEqual([
      'https://news.example.org/rota',
      'https://news.example.org/history',
      'https://news.example.org/paint',
    ]);
    expect(textsOf(view)).toEqual([
      '海峡渡轮复航：两岸码头在等什么',
      '3 links',
      '排班表',
      'Related',
      '渡轮的历史',
      '油漆从哪里来',
    ]);
    expect(view.about).toEqual({ article: 'strait001', aside: true });
  });

  it('count as text links if they are also related', () => {
    const url = 'https://example.org/both';
    const view = showLinks({ url, text: 'below', role: 'related' }, { url, text: 'in the text', role: 'inline' });
    expect(textsOf(view).slice(1)).toEqual(['1 link', 'in the text']);
  });

  it('are shown by their address if they have no text', () => {
    const view = showLinks({ url: 'https://example.org/bare', text: ' ', role: 'inline' });
    expect(textsOf(view).at(-1)).toBe('https://example.org/bare');
  });

  it('link back to their section', () => {
    const view = linksView(strait, { section: strait.sections[1] }, audience);
    expect(textsOf(view).slice(0, 2)).toEqual(['海峡渡轮复航 › 台湾一侧', '2 links']);
    expect(buttonsOf(view)[0]).toEqual(['‹ Back', '/section strait001 1']);
    expect(view.about).toEqual({ article: 'strait001', section: 1 });
  });

  it('come in pages of twenty, the related ones last', () => {
    const inline = Array.from({ length: 30 }, (_, at) => link(at, 'inline'));
    const related = Array.from({ length: 15 }, (_, at) => link(at + 30, 'related'));
    const article = { ...strait, sections: [{ ...(strait.sections[0] as Section), links: [...inline, ...related] }] };
    const pages = [0, 20, 40, 4000].map((after) => linksView(article, { after }, audience));
    expect(pages.map((view) => addressesOf(view).length)).toEqual([20, 20, 5, 5]);
    expect(pages.map((view) => textsOf(view)[1])).toEqual(
      ['1', '2', '3', '3'].map((page) => `Page ${page} of 3 · 45 links`),
    );
    expect(pages.map((view) => textsOf(view).includes('Related'))).toEqual([false, true, true, true]);
    expect(pages.map((view) => buttonsOf(view).map(([, command]) => command))).toEqual([
      ['/links strait001 +20', '/article strait001'],
      ['/links strait001 +0', '/links strait001 +40', '/article strait001'],
      ['/links strait001 +20', '/article strait001'],
      ['/links strait001 +20', '/article strait001'],
    ]);
  });

  it('say so if there are none', () => {
    const view = linksView(bus, {}, audience);
    expect(textsOf(view)).toEqual([`There are no links in “${bus.title}”.`]);
    expect(buttonsOf(view)).toEqual([['Contents', '/article nightbus3']]);
  });
});
