import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Block, Picture, View } from '../../../src/view/view.ts';
import { KIND } from './components.ts';
import { isShowable } from './linkable.ts';

/** The fallback addresses of the pictures in a message, by their first address. No address belongs to two pictures. */
export function fallbacksOf(
  { blocks }: View,
  components: readonly APIMessageTopLevelComponent[],
): Record<string, readonly string[]> {
  const displayed = new Set(displayedIn(components));
  const taken = new Set(displayed);
  const fallbacks: Record<string, readonly string[]> = {};
  for (const picture of blocks.flatMap(picturesOf)) {
    if (!displayed.has(picture.url) || picture.url in fallbacks) continue;
    const free = [...new Set(picture.fallbacks)].filter((url) => isShowable(url) && !taken.has(url));
    if (free.length > 0) fallbacks[picture.url] = free;
    for (const url of free) taken.add(url);
  }
  return fallbacks;
}

function displayedIn(components: readonly APIMessageTopLevelComponent[]): string[] {
  return components.flatMap((component) => {
    if (component.type !== KIND.container) return [];
    return component.components.flatMap((part) => {
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
