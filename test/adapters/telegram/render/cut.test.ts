import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParagraph } from '../../../../adapters/telegram/render/cut.ts';
import { lengthOf, paragraph } from '../../../../adapters/telegram/render/paragraph.ts';
import { run } from '../../../../src/messaging/rich-text/rich-text.ts';

const textOf = ({ runs }: { runs: readonly { text: string }[] }) => runs.map(({ text }) => text).join('');
const cut = (text: string, room: number) => cutParagraph(paragraph([run(text)]), room).map(textOf);

describe('a paragraph that is too long', () => {
  it.each([
    ['Gulls cried. The ferry left at nine.', 24, ['Gulls cried. ', 'The ferry left at nine.']],
    ['海鸥在叫。渡轮九点开船。', 8, ['海鸥在叫。', '渡轮九点开船。']],
    ['He said “Go.” Then he went away', 16, ['He said “Go.” ', 'Then he went away']],
    ['no stop anywhere in here', 12, ['no stop ', 'anywhere in here']],
    ['unbrokenunbroken', 6, ['unbrok', 'enunbroken']],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
    ['😀😀😀', 3, ['😀', '😀😀']],
  ])('%j is cut within %i units', (text, room, pieces) => {
    expect(cut(text, room)).toEqual(pieces);
  });

  it('keeps its styles and links on both sides', () => {
    const link = { ...run('One link. '), href: 'https://example.org/' };
    const whole = paragraph([link, run('Bold words here', 'strong')]);
    const [head, tail] = cutParagraph(whole, 14);
    expect(head.runs).toEqual([link]);
    expect(tail.runs).toEqual([run('Bold words here', 'strong')]);
  });

  it('loses nothing but the space at the cut, fits, and never parts a surrogate pair', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '。', ' ', '\n', '😀', '中', '.', '́'),
      minLength: 2,
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (words, room) => {
        const whole = paragraph([run(words)]);
        fc.pre(lengthOf(whole) > room);
        const [head, tail] = cutParagraph(whole, room);
        expect(lengthOf(head)).toBeLessThanOrEqual(Math.max(room, 1));
        expect((textOf(head) + textOf(tail)).replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        expect(textOf(head).isWellFormed() || room < 2).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
