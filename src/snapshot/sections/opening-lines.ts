import type { Span } from '../../article/article.ts';
import { textOf } from '../../article/block-text.ts';
import type { Heading, Item } from '../../html/items.ts';
import { collapseSpace } from '../../text/collapse-space.ts';

/** So many paragraphs that open alike make headings of their openings. */
const MIN_PARAGRAPHS = 3;
const MAX_OPENING_UNITS = 120;
/** "14:05 Uhr:", "2.05pm –", "[09:30]" */
const CLOCK =
  /^[[(【]?(?:[01]?\d|2[0-4])[:.：h][0-5]\d(?:\s?(?:[ap]\.?m\.?|uhr|h|klo|utc|gmt|b?st|[cm]?e[sd]?t))?[\])】]?\s*[:：–—|-]?$/iu;
const QUESTION = /[?？]["”」』]?$/u;
/** A question with the name of who asks it is part of an interview. */
const SPEAKER = /^(?:问|問|q|question|记者|記者|主持人)\s*[:：]|^\p{L}{1,12}[:：]/iu;

interface Opening {
  spans: Span[];
  rest: Span[];
}

/**
 * Splits paragraphs that open with a bold line of one kind, if there are several: the time of an entry of a liveblog, or a
 * question on a line of its own. The opening becomes a heading.
 */
export function promoteOpenings(items: readonly Item[]): readonly Item[] {
  for (const isOfKind of [isTimed, isQuestion]) {
    const openings = items.map((item) => openingOf(item, isOfKind));
    if (openings.filter((opening) => opening !== undefined).length < MIN_PARAGRAPHS) continue;
    return items.flatMap((item, at) => {
      const opening = openings[at];
      return opening
        ? [toHeading(opening), { kind: 'block', block: { kind: 'paragraph', spans: opening.rest } }]
        : [item];
    });
  }
  return items;
}

function isTimed({ spans }: Opening): boolean {
  return CLOCK.test(textOf(spans).trim());
}

function isQuestion({ spans, rest }: Opening): boolean {
  const text = textOf(spans).trim();
  return QUESTION.test(text) && !SPEAKER.test(text) && (rest[0]?.text.startsWith('\n') ?? false);
}

/** The bold spans at the start of a paragraph that goes on in plain type. */
function openingOf(item: Item, isOfKind: (opening: Opening) => boolean): Opening | undefined {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return undefined;
  const { spans } = item.block;
  const end = spans.findIndex(({ strong, text }) => strong !== true && text.trim() !== '');
  if (end < 1 || spans[0]?.strong !== true) return undefined;
  const opening = { spans: spans.slice(0, end), rest: spans.slice(end) };
  if (textOf(opening.spans).length > MAX_OPENING_UNITS || !isOfKind(opening)) return undefined;
  return { spans: opening.spans, rest: withoutLeadingSpace(opening.rest) };
}

function withoutLeadingSpace([first, ...others]: Span[]): Span[] {
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^[\s:：–—|]+/u, '') }, ...others];
}

function toHeading({ spans }: Opening): Heading {
  const title = collapseSpace(textOf(spans)).replace(/\s*[:：–—|-]$/u, '');
  return { kind: 'heading', from: 'bold', level: 2, title, spans: [{ text: title }], anchor: null };
}
