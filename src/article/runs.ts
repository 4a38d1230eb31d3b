import type { Block, Span } from './article.ts';

/** All runs of text of a block: one for a paragraph, one for each item or cell. */
export function runsOf(block: Block): Span[][] {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
    case 'code':
      return [block.spans];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat();
    default:
      return block satisfies never;
  }
}
