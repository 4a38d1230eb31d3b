import type { Block, Image, Link, Media, Span } from '../article/article.ts';

/** An image or a player. */
export type Visual = { kind: 'image'; image: Image } | { kind: 'media'; media: Media };

/** The start of a section; a part has no title. */
export interface Heading {
  kind: 'heading';
  from: 'heading' | 'bold' | 'part';
  level: number;
  title: string | null;
  spans: Span[];
  anchor: string | null;
}

/** A piece of an article, before it is divided into sections. */
export type Item =
  | Heading
  | { kind: 'block'; block: Block }
  | { kind: 'byline'; names: string[] }
  | { kind: 'related'; links: Link[] }
  /** Links around an image or in its caption. */
  | { kind: 'links'; links: Link[] }
  | Visual;

/** Appends a list of any length; `push(...list)` overflows the stack at about 100,000 items. */
export function append<Thing>(list: Thing[], more: readonly Thing[]): void {
  for (const thing of more) list.push(thing);
}
