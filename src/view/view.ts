/** What the bot says: plain data without any platform's markup. Escaping is the renderer's work. */
export interface View {
  blocks: readonly Block[];
  actions: readonly Action[];
  /** It concerns only who asked: where a platform can, it is shown to nobody else. */
  for?: 'asker';
  /** The article or section this view shows, so that a reply to it can leave the article out. */
  about?: { article: string; section?: number };
  /**
   * The articles this view numbers, so that a number can stand for one; `of` is the same on all pages of a list.
   * Where their `titles` stand in the text, the labels of the `contents` only repeat them: a number is enough there.
   */
  list?: { of: string; first: number; articles: readonly string[]; titles: 'text' | 'buttons' };
}

export type Block =
  | { kind: 'heading'; spans: readonly Span[] }
  /**
   * `subtle` text is secondary: dates, sources, hints. A `thumbnail` belongs to this text and is shown small beside it
   * where the platform can, else like an image.
   */
  | { kind: 'text'; spans: readonly Span[]; subtle?: true; thumbnail?: Picture }
  | { kind: 'quote'; spans: readonly Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; start?: number; items: readonly (readonly Span[])[] }
  | { kind: 'table'; rows: readonly (readonly (readonly Span[])[])[] }
  | { kind: 'image'; picture: Picture }
  | { kind: 'gallery'; pictures: readonly Picture[] }
  | { kind: 'divider' };

/** A run of plain text; a line break in it is `\n`. */
export type Span =
  | { kind: 'plain' | 'strong' | 'emphasis' | 'code'; text: string }
  | { kind: 'link'; text: string; url: string }
  /** An instant, ISO 8601, UTC. `text` says it by one zone's clock, where a platform cannot show each reader their own. */
  | { kind: 'time'; text: string; at: string };

/** A picture to show, and the addresses to try after it, best first. */
export interface Picture {
  url: string;
  fallbacks: readonly string[];
  alt: string;
  caption: string | null;
  credit: string | null;
}

/**
 * A button. Pressing one with a `command` is typing that command; `url` opens an address.
 * `role` says what the button is for, so that a platform may lay it out: `contents` (a table of contents or a list of
 * choices), `move` (previous, contents, next), `open` (what else there is of this article).
 */
export type Action = { label: string; role: 'contents' | 'move' | 'open' } & ({ command: string } | { url: string });
