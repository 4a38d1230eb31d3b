import { describe, expect, it } from 'vitest';
import { linesOf } from '../fixtures/lines.ts';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = [
  'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry.',
  'The harbour office will decide in spring, when the engineer has looked at both of the old engines again.',
];
const [first, second] = TEXT.map((text) => `<p>${text}</p>`);
const button = (label: string) => `<label><input type="radio" name="q1"> ${label}</label>`;

describe('a poll without a telling name', () => {
  it.each([
    [
      'labels around buttons',
      `<div><h3>Should it come back?</h3>${button('Yes')}${button('No')}<button>Vote</button></div>`,
    ],
    [
      'a group of fields',
      '<fieldset><legend>Should it come back?</legend><div><input type="radio" id="a" name="q"><label for="a">Yes, of course</label></div><div><input type="radio" id="b" name="q"><label for="b">No.</label></div></fieldset>',
    ],
    [
      'a list',
      '<div><p>Should it come back?</p><ul><li><input type="RADIO" name="q">Yes</li><li><input type="RADIO" name="q">No</li></ul><p>1,204 votes</p></div>',
    ],
    [
      'the question in front of it',
      `<p>Should the ferry come back in spring?</p><div>${button('Yes')}${button('No')}</div>`,
    ],
    [
      'boxes around boxes',
      `<section><div><h4>Your view</h4></div><div><div>${button('是的')}</div><div>${button('不')}</div></div></section>`,
    ],
  ])('is no text: %s', (_kind, html) => {
    expect(outlineOf(read(`<main>${first}${html}${second}</main>`))).toEqual(TEXT);
  });

  it('is none if its buttons are the tabs of text', () => {
    const tabs = `<div>${button('Boats')}${button('Piers')}<div>${first}</div><div>${second}</div></div>`;
    expect(linesOf(read(`<main>${tabs}</main>`))).toEqual(expect.arrayContaining(TEXT));
  });

  it('is kept on a page of nothing but questions', () => {
    const quiz = ['q1', 'q2'].map(
      (name) =>
        `<div><p>Which of the ${name}?</p>${button('The pier').replace('q1', name)}${button('The sea').replace('q1', name)}</div>`,
    );
    expect(linesOf(read(`<main>${quiz.join('')}</main>`)).join(' ')).toContain('The pier The sea');
  });

  it('keeps a sentence between its box and the article', () => {
    expect(linesOf(read(`<main><div>${first}${button('Yes')}${button('No')}</div>${second}</main>`))).toEqual(
      expect.arrayContaining(TEXT),
    );
  });
});
