import type { Block, Span } from './article.ts';

/** All spans of an article's block, in reading order. */
export function spansOf(block: Block): Span[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flat(2);
    case 'paragraph':
    case 'quote':
    case 'code':
      return block.spans;
    default:
      return block satisfies never;
  }
}
