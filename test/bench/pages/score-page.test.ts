import { describe, expect, it } from 'vitest';
import { scorePage } from '../../../bench/pages/score-page.ts';
import { articles } from '../../fixtures/articles.ts';

const [article] = articles;
const page = (truth: object) => ({
  id: 'one',
  file: 'one.html',
  url: 'https://example.org/',
  bytes: new Uint8Array(),
  truth,
});

describe('the score of a page', () => {
  it('is null for what is not known', () => {
    const { title, authors, day, minute, text } = scorePage(page({}), article);
    expect([title, authors, day, minute, text]).toEqual([null, null, null, null, null]);
  });

  it('counts a page without an article as missed', () => {
    const truth = { title: 'A', authors: ['B'], published: '2024-05-01 08:15:00+02:00', text: 'Some words are known.' };
    expect(scorePage(page(truth), undefined)).toMatchObject({
      title: false,
      authors: false,
      day: false,
      minute: false,
      text: { f1: 0 },
    });
  });

  it('ignores kinds of quotation marks, the order of authors and the zone of the time', () => {
    if (article === undefined) throw new Error('There is no article.');
    const found = {
      ...article,
      title: '“Night” bus',
      authors: ['Tom Roe', 'Ann Lee'],
      publishedAt: '2024-04-30T22:15:00.000Z',
    };
    const truth = { title: '„Night“ Bus', authors: ['ann lee', 'Tom Roe'], published: '2024-05-01 00:15:00+02:00' };
    expect(scorePage(page(truth), found)).toMatchObject({ title: true, authors: true, day: true, minute: true });
    const others = { ...truth, title: 'Night train', authors: ['Ann Lee'], published: '2024-05-03 00:15:00+02:00' };
    expect(scorePage(page(others), found)).toMatchObject({ title: false, authors: false, day: false, minute: false });
  });
});
