import { describe, expect, it } from 'vitest';
import { nameZone } from '../../../../adapters/telegram/render/name-zone.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { textOf } from '../../../../src/view/spans.ts';
import type { Block, Span } from '../../../../src/view/view.ts';

const t = createTranslator('en');
const at = '2021-11-15T10:00:00.000Z';
const time = (text: string, zone?: string): Span => ({ kind: 'time', text, at, ...(zone !== undefined && { zone }) });
const words = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map(textOf);
    return 'spans' in block ? [textOf(block.spans)] : [];
  });

describe('the times of a message', () => {
  it('have their zone behind the first', () => {
    const items = [[time('18:00', 'Shanghai')], [time('19:00', 'Shanghai')]];
    expect(words(nameZone([{ kind: 'list', ordered: true, items }], t))).toEqual(['18:00 (Shanghai)', '19:00']);
  });

  it('have it behind the first block with a time', () => {
    const blocks: Block[] = [
      { kind: 'divider' },
      { kind: 'text', spans: [{ kind: 'plain', text: 'since ' }, time('18:00', 'Tokyo')] },
      { kind: 'list', ordered: true, items: [[time('19:00', 'Tokyo')]] },
    ];
    expect(words(nameZone(blocks, t))).toEqual(['since 18:00 (Tokyo)', '19:00']);
  });

  it.each([
    ['zh-CN', ' 以来没有新文章。', '18:00（东京时间）以来没有新文章。'],
    ['zh-CN', ' · 2 篇', '18:00（东京时间） · 2 篇'],
    ['en', ' 以来', '18:00 (东京时间) 以来'],
  ] as const)('have it in %s without a space between a Chinese bracket and “%s”', (language, after, shown) => {
    const spans: Span[] = [time('18:00', '东京时间'), { kind: 'plain', text: after }];
    expect(words(nameZone([{ kind: 'text', spans }], createTranslator(language)))).toEqual([shown]);
  });

  it('stay as they are where one names its own zone, and without times', () => {
    const footer: Block = { kind: 'text', spans: [time('08:00 (Shanghai)')] };
    const list: Block = { kind: 'list', ordered: true, items: [[time('18:00', 'Shanghai')]] };
    for (const blocks of [[list, footer], [{ kind: 'divider' } as const]]) expect(nameZone(blocks, t)).toBe(blocks);
  });
});
