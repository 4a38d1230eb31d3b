import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Block, Picture, View } from '../../../src/view/view.ts';
import { KIND } from './components.ts';
import { isShowable } from './linkable.ts';

/** Where else the pictures of a message may be found, by their own address; no address is that of two pictures. */
export function fallbacksOf(
  { blocks }: View,
  components: readonly APIMessageTopLevelComponent[],
): Record<string, readonly string[]> {
  const shown = new Set(shownIn(components));
  const taken = new Set(shown);
  const fallbacks: Record<string, readonly string[]> = {};
  for (const { url, fallbacks: others } of blocks.flatMap(picturesOf)) {
    if (!shown.has(url) || url in fallbacks) continue;
    const free = [...new Set(others)].filter((one) => isShowable(one) && !taken.has(one));
    if (free.length > 0) fallbacks[url] = free;
    for (const one of free) taken.add(one);
  }
  return fallbacks;
}

/** The addresses of the pictures that a message shows, in order. */
function shownIn(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((one) => {
    if (one.type !== KIND.container) return [];
    return one.components.flatMap((part) => {
      if (part.type === KIND.gallery) return part.items.map(({ media }) => media.url);
      return part.type === KIND.section && part.accessory.type === KIND.thumbnail ? [part.accessory.media.url] : [];
    });
  });
}

function picturesOf(block: Block): readonly Picture[] {
  switch (block.kind) {
    case 'image':
      return [block.picture];
    case 'gallery':
      return block.pictures;
    case 'text':
      return block.thumbnail === undefined ? [] : [block.thumbnail];
    case 'heading':
    case 'quote':
    case 'code':
    case 'list':
    case 'table':
    case 'divider':
      return [];
    default:
      return block satisfies never;
  }
}
