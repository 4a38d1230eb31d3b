import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import { KIND } from './components.ts';

/** How much of a message's limits something uses. */
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

/** What the parts of a message leave free: an apology with a button can be added below it later. */
export const ROOM: Size = { text: 120, bytes: 400, components: 4, media: 0 };

/** What each text and each menu option costs beyond its own bytes (discord-api-docs#8554). */
export const BYTES_EACH = 12;

export const EMPTY: Size = { text: 0, bytes: 0, components: 0, media: 0 };

/** Two sizes together. */
export function add(one: Size, other: Size): Size {
  return {
    text: one.text + other.text,
    bytes: one.bytes + other.bytes,
    components: one.components + other.components,
    media: one.media + other.media,
  };
}

/** What is left of a limit. */
export function subtract(one: Size, other: Size): Size {
  return {
    text: one.text - other.text,
    bytes: one.bytes - other.bytes,
    components: one.components - other.components,
    media: one.media - other.media,
  };
}

/** Whether a size is within a limit. */
export function fits(size: Size, limit: Size): boolean {
  return (
    size.text <= limit.text &&
    size.bytes <= limit.bytes &&
    size.components <= limit.components &&
    size.media <= limit.media
  );
}

/** A text as it counts, without the component that holds it. */
export function sizeOfText(markdown: string): Size {
  return { ...EMPTY, text: markdown.length, bytes: Buffer.byteLength(markdown) };
}

/** What components use, with those inside of them. */
export function sizeOf(components: readonly (APIComponentInContainer | APIMessageTopLevelComponent)[]): Size {
  return components.map(sizeOfOne).reduce(add, EMPTY);
}

function sizeOfOne(one: APIComponentInContainer | APIMessageTopLevelComponent): Size {
  const single = { ...EMPTY, components: 1 };
  if (one.type === KIND.text) return add({ ...single, bytes: BYTES_EACH }, sizeOfText(one.content));
  if (one.type === KIND.container) return add(single, sizeOf(one.components));
  if (one.type === KIND.section) return add({ ...single, components: 2, media: 1 }, sizeOf(one.components));
  // Where a picture cannot be shown, a text takes its place below.
  if (one.type === KIND.gallery) return { ...EMPTY, components: 2, media: one.items.length };
  if (one.type !== KIND.row) return single;
  return add({ ...single, components: 1 + one.components.length }, sizeOfMenus(one.components));
}

function sizeOfMenus(components: readonly { type: number; options?: readonly Option[] }[]): Size {
  const options = components.flatMap(({ options: some = [] }) => some);
  return { ...EMPTY, bytes: options.reduce((sum, option) => sum + bytesOfOption(option), 0) };
}

interface Option {
  label: string;
  value: string;
  description?: string;
}

/** What an option of a menu counts for. */
export function bytesOfOption({ label, value, description = '' }: Option): number {
  return Buffer.byteLength(label) + Buffer.byteLength(value) + Buffer.byteLength(description) + BYTES_EACH;
}
