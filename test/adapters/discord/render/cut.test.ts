import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutParagraph } from '../../../../adapters/discord/render/cut.ts';
import { toMarkdown } from '../../../../adapters/discord/render/markdown.ts';
import { type Paragraph, paragraph, textRuns } from '../../../../adapters/discord/render/paragraph.ts';
import { run, textOf } from '../../../../src/messaging/rich-text/rich-text.ts';

const BYTES = 10_000;
const cut = (whole: Paragraph, text: number, bytes = BYTES) => cutParagraph(whole, { text, bytes });
const textsOf = (pieces: readonly Paragraph[] | undefined) => pieces?.map(({ runs }) => textOf(runs));
const withoutSpace = (text: string) => text.replace(/\s/gu, '');

describe('a paragraph that is too long for Discord', () => {
  it.each([
    ['Gulls cried. The ferry left at nine.', 24, ['Gulls cried. ', 'The ferry left at nine.']],
    ['海鸥在叫。渡轮九点开船。', 8, ['海鸥在叫。', '渡轮九点开船。']],
    ['no stop anywhere in here', 12, ['no stop ', 'anywhere in here']],
    ['unbrokenunbroken', 6, ['unbrok', 'enunbroken']],
    ['😀😀😀', 3, ['😀', '😀😀']],
    ['***********', 6, ['***', '********']],
  ])('%j is cut within %i characters of Markdown', (text, room, pieces) => {
    expect(textsOf(cut(paragraph([run(text)]), room))).toEqual(pieces);
  });

  it('is cut within a number of bytes', () => {
    expect(textsOf(cut(paragraph([run('台湾海峡')]), 100, 7))).toEqual(['台湾', '海峡']);
  });

  it('is not cut if no character fits', () => {
    expect(cut(paragraph([run('😀😀')]), 1)).toBeUndefined();
  });

  it('is cut before an address, not inside of it', () => {
    const pieces = cut(paragraph(textRuns('See https://example.org/a-long-path there')), 30);
    expect(textsOf(pieces)).toEqual(['See ', 'https://example.org/a-long-path there']);
  });

  it('keeps its styles and links on both sides', () => {
    const link = { ...run('One link. '), href: 'https://example.org/' };
    const [head, tail] = cut(paragraph([link, run('Strong words here', 'strong')]), 40) ?? [];
    expect(head?.runs).toEqual([link]);
    expect(tail?.runs).toEqual([run('Strong words here', 'strong')]);
  });

  it('continues a quote as a quote, and a list item as plain text', () => {
    const runs = [run('One. Two.')];
    expect(cut(paragraph(runs, { first: '> ', rest: '> ' }), 8)?.map(({ first }) => first)).toEqual(['> ', '> ']);
    expect(cut(paragraph(runs, { first: '- ', rest: '  ' }), 8)?.map(({ first }) => first)).toEqual(['- ', '']);
  });

  it('loses and repeats nothing but the space at the cut, fits, and never divides a surrogate pair', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '。', ' ', '\n', '😀', '中', '.', '*', '[', '`'),
      minLength: 2,
      maxLength: 80,
    });
    const bounds = { text: fc.integer({ min: 8, max: 60 }), bytes: fc.integer({ min: 20, max: 120 }) };
    fc.assert(
      fc.property(text, fc.constantFrom('plain', 'strong', 'code'), fc.record(bounds), (words, style, room) => {
        const pieces = cutParagraph(paragraph([run(words, style)]), room);
        if (pieces === undefined) return;
        const markdown = toMarkdown(pieces.slice(0, 1));
        expect(markdown.length).toBeLessThanOrEqual(room.text);
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(room.bytes);
        const texts = textsOf(pieces) ?? [];
        expect(withoutSpace(texts.join(''))).toBe(withoutSpace(words));
        expect(texts.every((piece) => piece.isWellFormed())).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
