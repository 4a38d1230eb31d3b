import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../fixtures/outline.ts';
import { read } from '../../fixtures/snapshot.ts';

const ABOVE = 'The island has voted to keep its ferry.';
const BELOW = 'The council will decide in March.';

function outline(html: string): string[] {
  return outlineOf(read(`<main><p>${ABOVE}</p>${html}<p>${BELOW}</p></main>`));
}

describe('a promotion that can be skipped', () => {
  it.each([
    ['Skip past newsletter promotion', 'After newsletter promotion'],
    ['skip newsletter promotion', 'End of newsletter promotion'],
    ['Skip past the podcast', 'End of the podcast'],
    ['Skip over this advertisement', 'After this advertisement'],
    ['Jump past app promotion', 'after app promotion'],
    ['跳过热读继续阅读', 'End of 热读'],
    ['跳過 Podcast 繼續閱讀', 'Podcast 結尾'],
  ])('is no text: %s', (start, end) => {
    const html = `<p><a href="#end">${start}</a></p><h2>Harbour letter</h2><p>Every morning in your inbox.</p><p id="end">${end}</p>`;
    expect(outline(html)).toEqual([ABOVE, BELOW]);
  });

  it('loses only its end if it has no start', () => {
    expect(outline('<p>It rains.</p><p>after newsletter promotion</p>')).toEqual([ABOVE, 'It rains.', BELOW]);
  });

  it.each([
    [10, []],
    [11, ['Skip podcast promotion', ...Array.from({ length: 11 }, (_, at) => `Boat ${at} is here.`)]],
  ])('has ten paragraphs at most: %i', (count, left) => {
    const lines = Array.from({ length: count }, (_, at) => `<p>Boat ${at} is here.</p>`).join('');
    const html = `<p>Skip podcast promotion</p>${lines}<p>End of podcast promotion</p>`;
    expect(outline(html)).toEqual([ABOVE, ...left, BELOW]);
  });

  it('may say so in two lines', () => {
    const html = '<p>Skip past<br>newsletter promotion</p><p>Sign up.</p><p>End of<br>newsletter promotion</p>';
    expect(outline(html)).toEqual([ABOVE, BELOW]);
  });

  it('ends where it says so, and not at a distant one', () => {
    const text = Array.from({ length: 12 }, (_, at) => `Boat ${at} stays in the harbour.`);
    const html = `<p>Skip podcast promotion</p>${text.map((line) => `<p>${line}</p>`).join('')}<p>End of podcast promotion</p>`;
    expect(outline(html)).toEqual([ABOVE, 'Skip podcast promotion', ...text, BELOW]);
  });

  it.each(['After the podcast he went home.', 'The end of the newsletter came in May.'])(
    'is not a sentence: %s',
    (line) => {
      expect(outline(`<p>${line}</p>`)).toEqual([ABOVE, line, BELOW]);
    },
  );
});
