import type { Block as ArticleBlock, Span as ArticleSpan } from '../article/article.ts';
import type { Block, Span } from './view.ts';

/** Converts a block of an article to blocks of a view, without losing a word or address. */
export function toViewBlocks(block: ArticleBlock): Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'text', spans: block.spans.map(toSpan) }];
    case 'quote':
      return [{ kind: 'quote', spans: block.spans.map(toSpan) }];
    case 'code':
      return toCode(block.spans);
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => item.map(toSpan)) }];
    case 'table':
      return [{ kind: 'table', rows: block.rows.map((row) => row.map((cell) => cell.map(toSpan))) }];
    default:
      return block satisfies never;
  }
}

/** Code in a view is plain text, so its links follow as a list. */
function toCode(spans: readonly ArticleSpan[]): Block[] {
  const code: Block = { kind: 'code', text: spans.map(({ text }) => text).join('') };
  const links = spans.filter(({ href }) => href !== undefined).map((span) => [toSpan(span)]);
  return links.length === 0 ? [code] : [code, { kind: 'list', ordered: false, items: links }];
}

function toSpan({ text, strong, emphasis, code, href }: ArticleSpan): Span {
  if (href !== undefined) return { kind: 'link', text, url: href };
  if (code) return { kind: 'code', text };
  if (strong) return { kind: 'strong', text };
  return { kind: emphasis ? 'emphasis' : 'plain', text };
}
