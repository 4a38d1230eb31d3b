import { describe, expect, it } from 'vitest';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

const H1 = '<h1>The harbour at night</h1>';
const TEXT = '<p>The ferry stopped on Monday. Nobody was told.</p>';
const DECK = 'Some say it will be back by spring';

describe('a heading right under the title', () => {
  it.each([
    ['a heading of the next level', `${H1}<h2>${DECK}</h2>${TEXT}`],
    ['a subtitle', `${H1}<h3 class="subtitle">${DECK}</h3>${TEXT}`],
    ['with a picture between', `${H1}<img src="/a.jpg" width="800" height="600"><h2>${DECK}</h2>${TEXT}`],
    ['with a byline between', `${H1}<p class="byline">By Ann Lee</p><h2>${DECK}</h2>${TEXT}`],
    ['with a date between', `${H1}<p>3 May 2021, 08:30</p><h2>${DECK}</h2>${TEXT}`],
    ['without the title on the page', `<h2>${DECK}</h2>${TEXT}`],
  ])('is the first line of the lead: %s', (_kind, html) => {
    const article = read(`<main>${html}</main>`);
    expect(article.sections).toHaveLength(1);
    expect(linesOf(article)).toEqual([DECK, 'The ferry stopped on Monday. Nobody was told.']);
  });

  it('is the deck beside sections of its level if it is long', () => {
    const article = read(`<main>${H1}<h2>${DECK}</h2>${TEXT}<h2>Boats</h2>${TEXT}</main>`);
    expect(article.sections.map(({ title }) => title)).toEqual([null, 'Boats']);
  });

  it.each([
    ['a short one among others', `<h2>Fog</h2>${TEXT}<h2>Boats</h2>${TEXT}`, ['Fog', 'Boats']],
    ['an introduction', `<h2>Introduction</h2>${TEXT}`, ['Introduction']],
    ['a numbered one', `<h2>1. Fog</h2>${TEXT}`, ['1. Fog']],
    ['that of a list', '<h2>What has changed</h2><ul><li>The fog is gone.</li></ul>', ['What has changed']],
    ['one with another below', `<h2>Fog</h2><h3>Boats</h3>${TEXT}`, ['Fog', 'Boats']],
    ['one below text', `${TEXT}<h2>${DECK}</h2>${TEXT}`, [DECK]],
  ])('is a section: %s', (_kind, html, titles) => {
    const { sections } = read(`<main>${H1}${html}</main>`);
    expect(sections.slice(1).map(({ title }) => title)).toEqual(titles);
  });
});

describe('a line at the top that is the title', () => {
  it('is omitted', () => {
    expect(linesOf(read(`<p><strong>The harbour at night</strong></p>${TEXT}${TEXT}`))).not.toContain(
      'The harbour at night',
    );
  });
});

describe('a date below a signature', () => {
  it('stays, while the date above the text is omitted', () => {
    const html = '<p>3 May 2021, 08:30</p><p>The ferry stops.</p><p>Harbour office</p><p>2 May 2021, 10:00</p>';
    expect(linesOf(read(html))).toEqual(['The ferry stops.', 'Harbour office', '2 May 2021, 10:00']);
  });
});
