import type { Translate } from '../../../src/locales/messages.ts';
import type { Block, Span } from '../../../src/view/view.ts';

/** Names the zone of the first time in these blocks, unless one of them names its own: people read the others the same way. */
export function nameZone(blocks: readonly Block[], t: Translate): readonly Block[] {
  const times = blocks.flatMap(spansOf).filter((span) => span.kind === 'time');
  const [first] = times;
  if (first?.zone === undefined || times.some(({ zone }) => zone === undefined)) return blocks;
  const { text, zone } = first;
  const named: Span = { ...first, text: t('when.inZone', { time: text, zone }) };
  const replace = (spans: readonly Span[]) => spans.map((span) => (span === first ? named : span));
  return blocks.map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map(replace) };
    return 'spans' in block ? { ...block, spans: replace(block.spans) } : block;
  });
}

function spansOf(block: Block): readonly Span[] {
  if (block.kind === 'list') return block.items.flat();
  return 'spans' in block ? block.spans : [];
}
