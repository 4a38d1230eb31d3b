import type { Block, Span } from './article.ts';

/** The styled runs of a block: one for a paragraph, one for each list item or table cell. */
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

/** All spans of a block, in reading order. */
export function spansOf(block: Block): Span[] {
  return runsOf(block).flat();
}

/** The plain text of spans. */
export function textOf(spans: readonly Span[]): string {
  const [first] = spans;
  return first !== undefined && spans.length === 1 ? first.text : spans.map(({ text }) => text).join('');
}

/** The plain text of a block: a line for each list item or table row, tabs between cells. */
export function blockText(block: Block): string {
  if (block.kind === 'table') return block.rows.map((row) => row.map(textOf).join('\t')).join('\n');
  return runsOf(block).map(textOf).join('\n');
}
