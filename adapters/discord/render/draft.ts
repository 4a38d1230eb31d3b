import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import type { Part } from './blocks.ts';
import { type Row, textDisplay } from './components.ts';
import { toMarkdown } from './markdown.ts';
import { joinedTo, SECTION_GAP } from './pack.ts';
import type { Paragraph } from './paragraph.ts';
import type { Media } from './picture.ts';

/** A message before it becomes Discord's components. */
export interface Draft {
  parts: readonly Part[];
  /** Rows of buttons and menus at the end of the container. */
  inside: readonly Row[];
  /** Rows below the container. */
  below: readonly Row[];
  /** The colour of the container's edge. */
  accent: number;
  /** The note in a message that has to be sent without its links. */
  withoutLinks: Paragraph;
  /** The note in the place of what Discord refuses in every form. */
  omission: Paragraph;
}

/** A draft as components: a container with the parts, and the rows. */
export function assemble({ parts, inside, below, accent }: Draft): APIMessageTopLevelComponent[] {
  const components = [...toComponents(parts), ...inside];
  if (components.length === 0) return [...below];
  return [{ type: ComponentType.Container, accent_color: accent, components }, ...below];
}

function toComponents(parts: readonly Part[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let texts: Paragraph[] = [];
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'text') {
      components.push(toComponent(part, parts[at + 1]));
      continue;
    }
    const isJoined = joinedTo(part.paragraph, parts[at - 1]) !== undefined;
    texts = isJoined ? [...texts, part.paragraph] : [part.paragraph];
    components.splice(isJoined ? -1 : components.length, 1, textDisplay(toMarkdown(texts)));
  }
  return components;
}

function toComponent(part: Exclude<Part, { kind: 'text' }>, next: Part | undefined): APIComponentInContainer {
  switch (part.kind) {
    case 'section': {
      const accessory = { type: ComponentType.Thumbnail, ...toItem(part.picture) } as const;
      const gap = next?.kind === 'section' ? SECTION_GAP : '';
      return { type: ComponentType.Section, components: [textDisplay(toMarkdown([part.paragraph]) + gap)], accessory };
    }
    case 'gallery':
      return { type: ComponentType.MediaGallery, items: part.pictures.map(toItem) };
    case 'divider':
      return { type: ComponentType.Separator, divider: true, spacing: 1 };
    default:
      return part satisfies never;
  }
}

function toItem({ url, description }: Media) {
  return { media: { url }, ...(description !== '' && { description }) };
}
