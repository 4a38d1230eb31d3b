import { expect, it } from 'vitest';
import { read } from '../../fixtures/snapshot.ts';

const PICTURE = '<img src="/quay.jpg" width="800" height="600" alt="The quay">';
const TEXT = '<p>The ferry stopped on Monday, and nobody could say when it would run again.</p>';

/** The credit of the picture, and whether the text has this last line. */
function creditOf(line: string, after = ''): [string | null | undefined, boolean] {
  const article = read(`<main>${PICTURE}${TEXT}${TEXT.replace('Monday', 'Friday')}<p>${line}</p>${after}</main>`);
  return [article.sections[0]?.images[0]?.credit, JSON.stringify(article.sections).includes(line)];
}

it.each(['Photo: Harbour Press', 'Lead image: Harbour Press', '图：Harbour Press'])(
  'moves a closing credit to the first picture: %s',
  (line) => {
    expect(creditOf(line)).toEqual(['Harbour Press', false]);
  },
);

it('moves one that a line or two follow, and none that stands further up', () => {
  const note = '<p>This text was shortened by a third for our readers on the other side of the water.</p>';
  const other = note.replace('third', 'half');
  expect(creditOf('Photo: Harbour Press', note + other)).toEqual(['Harbour Press', false]);
  expect(creditOf('Photo: Harbour Press', note + other + note.replace('third', 'tenth'))[1]).toBe(true);
});

it('takes up to 120 characters as a credit, and more as text', () => {
  const line = (length: number) => `Photo: ${'Harbour '.repeat(20).slice(0, length - 8)}!`;
  expect(creditOf(line(120))[1]).toBe(false);
  expect(creditOf(line(121))[1]).toBe(true);
});
