import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'The ferry is still in the harbour, and the crew waits.';
const INTRO = '<p>We report live from the pier all day long.</p>';

function titles(html: string): (string | null)[] {
  return read(`<main>${INTRO}${html}</main>`).sections.map(({ title }) => title);
}

describe('a liveblog', () => {
  it.each([
    [
      'articles',
      (time: string) => `<article><time datetime="2021-05-03T${time}Z">${time}</time><p>${TEXT}</p></article>`,
    ],
    ['list items', (time: string) => `<li class="post"><div><time>${time}</time></div><p>${TEXT}</p></li>`],
    [
      'boxes',
      (time: string) => `<div class="entry"><header><span><time>${time}</time></span></header><p>${TEXT}</p></div>`,
    ],
    [
      'machine-readable times',
      (time: string) => `<section class="b"><time datetime="2021-05-03T${time}"></time><p>${TEXT}</p></section>`,
    ],
    [
      'times that only a class names',
      (time: string) =>
        `<div class="live"><div class="live__time"><span>${time}</span></div><div><p>${TEXT}</p></div></div>`,
    ],
    [
      'two paragraphs',
      (time: string) => `<div class="b"><p><time>${time}</time></p><p>${TEXT}</p><p>${TEXT}</p></div>`,
    ],
  ])('has a section for each entry, with its time: %s', (_kind, entry) => {
    const entries = ['14:05', '13:40', '12:10'].map(entry).join('');
    expect(titles(`<div>${entries}</div>`)).toEqual([null, '14:05', '13:40', '12:10']);
  });

  it('has a section for each of the first thousand entries', () => {
    const entries = Array.from({ length: 1002 }, () => `<article><time>14:05</time><p>${TEXT}</p></article>`);
    expect(titles(entries.join(''))).toEqual([null, ...Array<string>(1000).fill('14:05')]);
  });

  it('has the headings of its entries after their times', () => {
    const entry = (time: string, heading: string) =>
      `<article><time>${time}</time><h3>${heading}</h3><p>${TEXT}</p></article>`;
    const html = entry('14:05', 'Fog') + entry('13:40', 'Rain') + entry('12:10', 'Sun');
    expect(titles(html)).toEqual([null, '14:05 Fog', '13:40 Rain', '12:10 Sun']);
  });

  it.each([
    ['an author', '<a class="author" href="/authors/ann-lee">Ann Lee</a>'],
    ['a name without markup', '<mark>Ann Lee</mark>'],
    ['a label', '<mark>KEY EVENT</mark>'],
    ['a role', '<span class="by-line">Ann Lee</span><span>Reporter</span>'],
    ['a place', '<p>Port Orrin</p>'],
  ])('has them there behind %s too', (_kind, between) => {
    const entry = (time: string, heading: string) =>
      `<div class="entry"><div><time>${time}</time>${between}</div><h3>${heading}</h3><p>${TEXT}</p></div>`;
    const html = entry('14:05', 'Fog') + entry('13:40', 'Rain') + entry('12:10', 'Sun');
    expect(titles(html)).toEqual([null, '14:05 Fog', '13:40 Rain', '12:10 Sun']);
  });

  it('has the time of an entry without its age', () => {
    const entry = (time: string) => `<article><time><span>4 hours ago</span>${time}</time><p>${TEXT}</p></article>`;
    expect(titles(['14:05', '13:40', '12:10'].map(entry).join(''))).toEqual([null, '14:05', '13:40', '12:10']);
  });

  it('has the times of its key events apart from their words', () => {
    const list = '<h3>Key Events</h3><ul><li><a data-id="1">Fog at the pier</a><time>14:05</time></li></ul>';
    expect(linesOf(read(`<main>${INTRO}${list}</main>`))).toContain('Fog at the pier 14:05');
  });

  it.each([
    ['teasers', `<article><time>14:05</time><a href="/a">${TEXT}</a></article>`.repeat(3)],
    ['two boxes', `<article><time>14:05</time><p>${TEXT}</p></article>`.repeat(2)],
    ['dates in sentences', `<p>On <time>3 May</time>, the ferry was still in the harbour.</p>`.repeat(4)],
  ])('is not made of %s', (_kind, html) => {
    expect(titles(html)).toEqual([null]);
  });
});
