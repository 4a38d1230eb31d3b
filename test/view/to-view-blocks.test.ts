import { describe, expect, it } from 'vitest';
import { toViewBlocks } from '../../src/view/to-view-blocks.ts';

describe('a block of an article', () => {
  it('keeps the style of its words; a link replaces other styles', () => {
    const spans = [
      { text: 'a' },
      { text: 'b', strong: true },
      { text: 'c', emphasis: true },
      { text: 'd', code: true, strong: true },
      { text: 'e', strong: true, href: 'https://example.org/' },
    ] as const;
    expect(toViewBlocks({ kind: 'paragraph', spans: [...spans] })).toEqual([
      {
        kind: 'text',
        spans: [
          { kind: 'plain', text: 'a' },
          { kind: 'strong', text: 'b' },
          { kind: 'emphasis', text: 'c' },
          { kind: 'code', text: 'd' },
          { kind: 'link', text: 'e', url: 'https://example.org/' },
        ],
      },
    ]);
  });

  it('keeps quotes, lists and tables', () => {
    const cell = [{ text: 'x' }];
    const shown = [{ kind: 'plain', text: 'x' }];
    expect(toViewBlocks({ kind: 'quote', spans: cell })).toEqual([{ kind: 'quote', spans: shown }]);
    expect(toViewBlocks({ kind: 'list', ordered: true, items: [cell] })).toEqual([
      { kind: 'list', ordered: true, items: [shown] },
    ]);
    expect(toViewBlocks({ kind: 'table', rows: [[cell, cell]] })).toEqual([{ kind: 'table', rows: [[shown, shown]] }]);
  });

  it('of code is one text with its links below', () => {
    const link = { text: 'see', href: 'https://example.org/' };
    expect(toViewBlocks({ kind: 'code', spans: [{ text: 'run\n' }, link] })).toEqual([
      { kind: 'code', text: 'run\nsee' },
      { kind: 'list', ordered: false, items: [[{ kind: 'link', text: 'see', url: 'https://example.org/' }]] },
    ]);
    expect(toViewBlocks({ kind: 'code', spans: [{ text: 'run' }] })).toEqual([{ kind: 'code', text: 'run' }]);
  });
});
