import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../fixtures/outline.ts';
import { read } from '../../fixtures/snapshot.ts';

const LEAD = 'All that happens on the pier today, from our reporters there.';
const LINES = ['The ferry stops.', 'Fog comes in.', 'It is calm.'];

function outline(paragraphs: readonly string[]): string[] {
  return outlineOf(read(`<p>${LEAD}</p>${paragraphs.map((html) => `<p>${html}</p>`).join('')}`));
}

function expected(openings: readonly string[]): string[] {
  return [LEAD, ...openings.flatMap((opening, at) => [`# ${opening}`, LINES[at] ?? ''])];
}

describe('paragraphs that open with a bold line', () => {
  it.each([
    ['times', ['14:05 Uhr:', '13:40 Uhr:', '13:02 Uhr:']],
    ['times with a dash', ['2.05pm –', '1.40pm –', '1.02pm –']],
    ['times in brackets', ['[14:05]', '[13:40]', '[13:02]']],
    ['French times', ['14h05', '13h40', '13h02']],
  ])('are entries of a liveblog if these are %s', (_kind, times) => {
    const bare = times.map((time) => time.replace(/\s*[:–]$/, ''));
    expect(outline(times.map((time, at) => `<strong>${time}</strong> ${LINES[at]}`))).toEqual(expected(bare));
    expect(outline(times.map((time, at) => `<b>${time}</b><br>${LINES[at]}`))).toEqual(expected(bare));
  });

  it('are questions of an interview if these are on lines of their own', () => {
    const questions = ['Why did it stop?', 'When does it sail?', 'Is it old?'];
    expect(outline(questions.map((question, at) => `<strong>${question}</strong><br>${LINES[at]}`))).toEqual(
      expected(questions),
    );
  });

  it.each([
    ['there are only two', ['<b>14:05</b> One.', '<b>13:40</b> Two.', 'Three.']],
    ['a question goes on in its line', ['<b>Why?</b> One.', '<b>When?</b> Two.', '<b>How?</b> Three.']],
    ['the words are no times', ['<b>Fog</b> One.', '<b>Sea</b> Two.', '<b>Pier</b> Three.']],
    ['the questions name who asks', ['<b>Q: Why?</b><br>One.', '<b>Q: When?</b><br>Two.', '<b>Q: How?</b><br>Three.']],
  ])('stay text if %s', (_kind, paragraphs) => {
    expect(outline(paragraphs)).toEqual([
      LEAD,
      ...paragraphs.map((html) => html.replace('<br>', '\n').replaceAll(/<[^>]+>/g, '')),
    ]);
  });
});
