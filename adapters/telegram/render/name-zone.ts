import type { Translate } from '../../../src/locales/messages.ts';
import { plain } from '../../../src/view/spans.ts';
import type { Block, Span } from '../../../src/view/view.ts';

/** Chinese has no space behind a bracket of its own. */
const SPACE_BEFORE_HAN = /^ (?=\p{Script=Han})/u;

/** Names the zone of the first time in these blocks, unless one of them names its own: people read the others the same way. */
export function nameZone(blocks: readonly Block[], t: Translate): readonly Block[] {
  const times = blocks.flatMap(spansOf).filter((span) => span.kind === 'time');
  const [first] = times;
  if (first?.zone === undefined || times.some(({ zone }) => zone === undefined)) return blocks;
  const { text, zone } = first;
  const named: Span = { ...first, text: t('when.inZone', { time: text, zone }) };
  const replace = (spans: readonly Span[]) =>
    spans.map((span, index) => {
      if (span === first) return named;
      const isBehind = spans[index - 1] === first && named.text.endsWith('）');
      return isBehind && span.kind === 'plain' ? plain(span.text.replace(SPACE_BEFORE_HAN, '')) : span;
    });
  return blocks.map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map(replace) };
    return 'spans' in block ? { ...block, spans: replace(block.spans) } : block;
  });
}

function spansOf(block: Block): readonly Span[] {
  if (block.kind === 'list') return block.items.flat();
  return 'spans' in block ? block.spans : [];
}
