import type { Block, Image, Link, Media, Span } from '../article/article.ts';

/** A picture or a player, in reading order. */
export type Visual = { kind: 'image'; image: Image } | { kind: 'media'; media: Media };

/** Where a section begins; a part has no title. */
export interface Heading {
  kind: 'heading';
  from: 'heading' | 'bold' | 'part';
  level: number;
  title: string | null;
  spans: Span[];
  anchor: string | null;
}

/** What an article holds, in reading order, before it is divided into sections. */
export type Item =
  | Heading
  | { kind: 'block'; block: Block }
  | { kind: 'byline'; text: string }
  | { kind: 'related'; links: Link[] }
  /** Links that are not in the text: around a picture, or in its caption. */
  | { kind: 'links'; links: Link[] }
  | Visual;

/** Appends a list of any length; `push(...list)` overflows the stack at some hundred thousand. */
export function append<Thing>(list: Thing[], more: readonly Thing[]): void {
  for (const thing of more) list.push(thing);
}
