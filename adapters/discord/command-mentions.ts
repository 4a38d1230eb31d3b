import type { Block, Span, View } from '../../src/view/view.ts';

/** The ids of the registered commands, by name. */
export type CommandIds = ReadonlyMap<string, string>;

/** A view whose commands can be pressed, as far as their ids are known. */
export function mentionCommands(view: View, ids: CommandIds): View {
  return ids.size === 0 ? view : { ...view, blocks: view.blocks.map((block) => mentionIn(block, ids)) };
}

function mentionIn(block: Block, ids: CommandIds): Block {
  const mention = (span: Span): Span => {
    const id = span.kind === 'command' ? ids.get(span.name) : undefined;
    return span.kind === 'command' && id !== undefined ? { ...span, id } : span;
  };
  switch (block.kind) {
    case 'heading':
    case 'text':
    case 'quote':
      return { ...block, spans: block.spans.map(mention) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(mention)) };
    // Tables are shown as code, where nothing can be pressed.
    case 'table':
    case 'code':
    case 'image':
    case 'gallery':
    case 'divider':
      return block;
    default:
      return block satisfies never;
  }
}
