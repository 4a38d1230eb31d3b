import { shorten } from '../../../src/text/shorten.ts';

/** A page in short. */
export interface EmbedCard {
  title: string;
  /** Absolute. */
  url: string;
  /** Where and when, in one line. */
  facts: string;
  /** What it says, or the articles that it lists. */
  lines: readonly EmbedLine[];
  image: { url: string; alt: string } | undefined;
  /** Leads to the site of the article. */
  original: { label: string; url: string } | undefined;
}

/** A line of text, with an address if it is a title. */
export interface EmbedLine {
  text: string;
  url?: string;
}

/** https://docs.discord.com/developers/link-previews/component-embeds */
const MAX_BYTES = 3000;
const MAX_URL = 2048;
const TYPE = { row: 1, button: 2, text: 10, gallery: 12, container: 17 } as const;
const LINK_STYLE = 5;
const ACCENT = 0xa3402c;
const MARKS = /[\\*_~`|>#[\]()<@:-]/g;
/** How wide title and lines may be, in turn, until all fits. */
const WIDTHS = [400, 200, 100, 60] as const;

/**
 * A page as Discord's components, as JSON that is safe inside a script element. Lines are shortened, then left out, until Discord
 * takes it; undefined if not even the title fits.
 */
export function discordEmbed(card: EmbedCard): string | undefined {
  for (const columns of WIDTHS) {
    const fitting = write(card, columns, card.lines.length);
    if (fits(fitting)) return fitting;
  }
  const [, , , narrow] = WIDTHS;
  for (let lines = card.lines.length - 1; lines >= 0; lines -= 1) {
    const fitting = write(card, narrow, lines);
    if (fits(fitting)) return fitting;
  }
  const { title, url } = card;
  const least = write({ title, url, facts: '', lines: [], image: undefined, original: undefined }, narrow, 0);
  return fits(least) ? least : undefined;
}

function fits(json: string): boolean {
  return Buffer.byteLength(json) <= MAX_BYTES;
}

function write({ title, url, facts, lines, image, original }: EmbedCard, columns: number, count: number): string {
  const shown = lines.slice(0, count).map((line) => toMarkdown(line, columns));
  const components = [
    toText(`### ${toMarkdown({ text: title, url }, columns)}`),
    ...(facts === '' ? [] : [toText(`-# ${escapeMarks(shorten(facts, columns))}`)]),
    ...(shown.length === 0 ? [] : [toText(shown.join('\n'))]),
    ...(image !== undefined && image.url.length <= MAX_URL ? [toGallery(image, columns)] : []),
    ...(original !== undefined && original.url.length <= MAX_URL ? [toButton(original)] : []),
  ];
  const payload = { component: { type: TYPE.container, accent_color: ACCENT, components } };
  return JSON.stringify(payload).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function toMarkdown({ text, url }: EmbedLine, columns: number): string {
  const words = escapeMarks(shorten(text, columns));
  return url === undefined ? words : `[${words}](<${safeAddress(url)}>)`;
}

/** An address without the signs that end a link. */
function safeAddress(url: string): string {
  const href = URL.parse(url)?.href ?? '';
  return href.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function toText(content: string) {
  return { type: TYPE.text, content };
}

function toGallery({ url, alt }: { url: string; alt: string }, columns: number) {
  const description = alt === '' ? {} : { description: shorten(alt, columns) };
  return { type: TYPE.gallery, items: [{ media: { url }, ...description }] };
}

function toButton({ label, url }: { label: string; url: string }) {
  return { type: TYPE.row, components: [{ type: TYPE.button, style: LINK_STYLE, label, url }] };
}

function escapeMarks(text: string): string {
  return text.replace(/\s+/g, ' ').replace(MARKS, String.raw`\$&`);
}
