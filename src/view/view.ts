/** A message of the bot: plain data without markup of any platform. Renderers escape it. */
export interface View {
  blocks: readonly Block[];
  actions: readonly Action[];
  /** Only for the person who asked, on platforms that can hide it from others. */
  for?: 'asker';
  /** It goes beside the message whose button was pressed, which stays as it is. */
  beside?: true;
  /**
   * The article or section of this view, so that replies to it need not name the article. One that is `aside` shows only its
   * pictures or links: numbers mean what they meant before.
   */
  about?: { article: string; section?: number; aside?: true };
  /**
   * The articles that this view numbers, so that people can type a number; `of` is the same on all pages of a list. If the
   * `titles` are in the text, the labels of `contents` buttons only repeat them, and numbers are enough.
   */
  list?: { of: string; first: number; articles: readonly string[]; titles: 'text' | 'buttons' };
  /** Follows the blocks. */
  file?: TextFile;
}

/** A text to be kept as a file, of at most a megabyte. Its name has only letters of English, digits, dots and hyphens. */
export interface TextFile {
  name: string;
  mediaType: string;
  text: string;
}

export type Block =
  | { kind: 'heading'; spans: readonly Span[] }
  /**
   * `subtle` text is secondary: dates, sources, hints. A `thumbnail` is shown small beside the text on platforms that can, else
   * like an image.
   */
  | { kind: 'text'; spans: readonly Span[]; subtle?: true; thumbnail?: Picture }
  | { kind: 'quote'; spans: readonly Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; start?: number; items: readonly (readonly Span[])[] }
  | { kind: 'table'; rows: readonly (readonly (readonly Span[])[])[] }
  | { kind: 'image'; picture: Picture }
  | { kind: 'gallery'; pictures: readonly Picture[] }
  | { kind: 'divider' };

/** A run of plain text; a line break in it is `\n`. A line with a `subtle` span is secondary. */
export type Span =
  | { kind: 'plain' | 'strong' | 'emphasis' | 'code' | 'subtle'; text: string }
  | { kind: 'link'; text: string; url: string }
  /**
   * An instant, ISO 8601, UTC. `text` is its time in one zone, for platforms that cannot show everybody their own; `zone` names
   * it if the text does not.
   */
  | { kind: 'time'; text: string; at: string; zone?: string }
  /** A command that the bot names, as people type it. Platforms that can make it pressable know its `id`. */
  | { kind: 'command'; text: string; name: string; strong?: true; id?: string };

/** A picture to show, and the addresses to try after it, best first. */
export interface Picture {
  url: string;
  fallbacks: readonly string[];
  alt: string;
  caption: string | null;
  credit: string | null;
}

/**
 * A button. It runs a `command` as if it were typed, or opens a `url`. Its `role` is for the layout: `contents` (a table of
 * contents or a list of choices), `read` (the text itself), `move` (previous, contents, next), or `open` (other views).
 */
export type Action = { label: string; role: 'contents' | 'read' | 'move' | 'open' } & (
  | { command: string }
  | { url: string }
);
