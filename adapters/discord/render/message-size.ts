import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  ComponentType,
} from 'discord.js';

/** The size of components, in the units of a message's limits. */
export interface Size {
  /** Characters of all texts, in UTF-16 units. */
  text: number;
  /** UTF-8 bytes of all texts and menu options, with `BYTES_EACH` more for each of these. */
  bytes: number;
  components: number;
  /** Pictures, in galleries and beside texts. */
  media: number;
}

/**
 * The most that one message may use. Characters and components are documented. Bytes and pictures are not: Discord
 * answers a bare 500 above 10,170 bytes (discord-api-docs#8554; menus count too, #6965, #7310) and above 64 pictures (#7528).
 */
export const LIMITS: Size = { text: 4000, bytes: 10_000, components: 40, media: 60 };

/** The room that the parts of a message leave free: a note with a button can be added below it later. */
export const ROOM: Size = { text: 120, bytes: 400, components: 4, media: 0 };

/** The cost of each text and each menu option in addition to its own bytes (discord-api-docs#8554). */
export const BYTES_EACH = 12;

export const EMPTY: Size = { text: 0, bytes: 0, components: 0, media: 0 };

export function add(left: Size, right: Size): Size {
  return {
    text: left.text + right.text,
    bytes: left.bytes + right.bytes,
    components: left.components + right.components,
    media: left.media + right.media,
  };
}

export function subtract(left: Size, { text, bytes, components, media }: Size): Size {
  return add(left, { text: -text, bytes: -bytes, components: -components, media: -media });
}

export function fits(size: Size, limit: Size): boolean {
  return Object.values(subtract(limit, size)).every((left) => left >= 0);
}

/** The size of a text without its component. */
export function sizeOfText(markdown: string): Size {
  return { ...EMPTY, text: markdown.length, bytes: Buffer.byteLength(markdown) };
}

/** The size of components, including those inside of them. */
export function sizeOf(components: readonly (APIComponentInContainer | APIMessageTopLevelComponent)[]): Size {
  return components.map(sizeOfComponent).reduce(add, EMPTY);
}

function sizeOfComponent(component: APIComponentInContainer | APIMessageTopLevelComponent): Size {
  const single = { ...EMPTY, components: 1 };
  const { type } = component;
  if (type === ComponentType.TextDisplay) return add({ ...single, bytes: BYTES_EACH }, sizeOfText(component.content));
  if (type === ComponentType.Container) return add(single, sizeOf(component.components));
  if (type === ComponentType.Section) return add({ ...single, components: 2, media: 1 }, sizeOf(component.components));
  // One component more for the text that may replace pictures.
  if (type === ComponentType.MediaGallery) return { ...EMPTY, components: 2, media: component.items.length };
  if (type !== ComponentType.ActionRow) return single;
  const options = component.components.flatMap((inner) => ('options' in inner ? inner.options : []));
  const bytes = options.reduce((sum, option) => sum + bytesOfOption(option), 0);
  return { ...single, components: 1 + component.components.length, bytes };
}

export function bytesOfOption({ label, value, description = '' }: APISelectMenuOption): number {
  return Buffer.byteLength(label) + Buffer.byteLength(value) + Buffer.byteLength(description) + BYTES_EACH;
}
