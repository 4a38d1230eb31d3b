import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/text/width.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import type { View } from '../../src/view/view.ts';
import { viewArbitrary } from '../fixtures/views.ts';

const STYLES = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'gu');
const width = fc.integer({ min: 20, max: 120 });
/** What stands before a line's text: its indent, and the marks of quotes, list items and buttons. */
const MARKS = /^[\s│]*(?:\d+\. |• |\[\d+\] )?/u;
/** One address, with the punctuation that touches it. */
const ADDRESS_ALONE = /^[^\sa-z]*https?:\/\/\S+$/u;

/** A table's last cell that ends in a space of its own style. */
const SPACE_AT_THE_END = {
  view: { blocks: [{ kind: 'table' as const, rows: [[[{ kind: 'emphasis' as const, text: 'end ' }]]] }], actions: [] },
  words: [],
  urls: [],
};

function show(view: View, options: { width?: number; colour?: boolean } = {}): string {
  return renderPlainText(view, { colour: false, language: 'en', ...options }).text;
}

describe('plain text of any view', () => {
  it('loses no word or address at any width', () => {
    fc.assert(
      fc.property(viewArbitrary, fc.option(width, { nil: undefined }), ({ view, words, urls }, columns) => {
        const shown = show(view, columns === undefined ? {} : { width: columns });
        const bare = shown.replace(/[\s│]/gu, '');
        expect(words.filter((word) => !bare.includes(word))).toEqual([]);
        expect(urls.filter((url) => !shown.includes(url))).toEqual([]);
      }),
    );
  });

  it('has no line wider than the width, except code and addresses', () => {
    fc.assert(
      fc.property(viewArbitrary, width, ({ view }, columns) => {
        const blocks = view.blocks.filter(({ kind }) => kind !== 'code');
        const lines = show({ ...view, blocks }, { width: columns }).split('\n');
        const tooWide = lines.filter((line) => widthOf(line) > columns);
        expect(tooWide.filter((line) => !ADDRESS_ALONE.test(line.replace(MARKS, '')))).toEqual([]);
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      }),
    );
  });

  it('has the same text with and without colour', () => {
    fc.assert(
      fc.property(viewArbitrary, width, ({ view }, columns) => {
        const coloured = show(view, { width: columns, colour: true });
        expect(coloured.replace(STYLES, '')).toBe(show(view, { width: columns }));
      }),
      { examples: [[SPACE_AT_THE_END, 20]] },
    );
  });

  it('has a button for every action, in their order', () => {
    fc.assert(
      fc.property(viewArbitrary, ({ view }) => {
        const { text, buttons, firstButton } = renderPlainText(view, { colour: false, language: 'en' });
        expect([buttons, firstButton]).toEqual([view.actions, 1]);
        for (const number of view.actions.keys()) expect(text).toContain(`[${number + 1}]`);
      }),
    );
  });
});
