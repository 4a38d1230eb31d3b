import type { Block, Image, Link, Section, Span } from '../../article/article.ts';
import { runsOf, textOf } from '../../article/block-text.ts';
import { append, type Heading, type Item } from '../../html/items.ts';
import { linksInSpans } from '../../html/links.ts';
import { readByline } from '../../text/bylines.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { countGraphemes } from '../../text/graphemes.ts';
import { pattern } from '../../text/pattern.ts';
import { isGalleryHeading } from './gallery-headings.ts';
import { joinNumbers } from './numbered-headings.ts';
import { promoteOpenings } from './opening-lines.ts';
import { divideIntoParts, divideLongSections } from './parts.ts';
import { promotePlainLines } from './plain-headings.ts';

/** A section before it has its number and its summary. */
export type SectionDraft = Omit<Section, 'number' | 'summary'>;

/** The level of a heading that is a bold line. */
const BOLD_LEVEL = 2;

/** Divides items into sections: the lead, then one for each heading, bold line or part. */
export function toSections(items: readonly Item[]): SectionDraft[] {
  const headed = items.some(isTextHeading) ? items : joinNumbers(promoteBoldLines(promoteOpenings(items)));
  const lined = hasHeading(headed) ? headed : promotePlainLines(headed);
  const divided = hasHeading(lined) ? divideLongSections(lined) : divideIntoParts(lined);
  const sections: SectionDraft[] = [emptyDraft({ from: 'lead', title: null, depth: 0, anchor: null })];
  for (const item of divided) {
    const current = sections.at(-1);
    if (item.kind === 'heading') sections.push(fromHeading(item));
    else if (current) addItem(current, item);
  }
  return sections.map(withoutDuplicates);
}

function emptyDraft(head: Pick<SectionDraft, 'from' | 'title' | 'depth' | 'anchor'>): SectionDraft {
  return { ...head, authors: [], text: [], images: [], links: [], media: [] };
}

function isTextHeading(item: Item): boolean {
  return item.kind === 'heading' && !isGalleryHeading(item);
}

function hasHeading(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === 'heading');
}

function fromHeading({ from, title, anchor, level, spans }: Heading): SectionDraft {
  const draft = emptyDraft({ from, title, depth: level, anchor });
  append(draft.links, inlineLinks([spans]));
  return draft;
}

/** Each image, link and player once in its section. */
function withoutDuplicates(draft: SectionDraft): SectionDraft {
  return {
    ...draft,
    text: draft.text.slice(),
    images: uniqueImages(draft.images),
    links: uniqueByUrl(draft.links),
    media: uniqueByUrl(draft.media),
  };
}

/** Of two copies of an image (a lazy loader's, and the one without scripts) either may have the caption. */
function uniqueImages(images: readonly Image[]): Image[] {
  const unique = new Map<string, Image>();
  for (const image of images) {
    const first = unique.get(image.url) ?? image;
    const words = { caption: first.caption ?? image.caption, credit: first.credit ?? image.credit };
    unique.set(image.url, { ...first, ...words, alt: first.alt || image.alt });
  }
  return [...unique.values()];
}

function uniqueByUrl<Thing extends { url: string }>(things: Thing[]): Thing[] {
  if (things.length === 0) return things;
  const unique = new Map<string, Thing>();
  for (const thing of things) if (!unique.has(thing.url)) unique.set(thing.url, thing);
  return [...unique.values()];
}

function addItem(section: SectionDraft, item: Exclude<Item, Heading>): void {
  switch (item.kind) {
    case 'block':
      addBlock(section, item.block);
      break;
    case 'byline':
      addAuthors(section, item.names);
      break;
    case 'image':
      section.images.push(item.image);
      break;
    case 'media':
      section.media.push(item.media);
      break;
    case 'links':
    case 'related':
      append(section.links, item.links);
      break;
    default:
      item satisfies never;
  }
}

/** A byline below a heading names the authors of the section and is no text. */
function addBlock(section: SectionDraft, block: Block): void {
  const names = section.text.length === 0 && block.kind === 'paragraph' ? readByline(textOf(block.spans)) : undefined;
  if (names) {
    addAuthors(section, names);
    return;
  }
  section.text.push(block);
  append(section.links, inlineLinks(runsOf(block)));
}

function addAuthors(section: SectionDraft, names: readonly string[]): void {
  for (const name of names) if (!section.authors.includes(name)) section.authors.push(name);
}

function inlineLinks(runs: readonly (readonly Span[])[]): Link[] {
  return runs.flatMap((run) => linksInSpans(run, 'inline'));
}

const MAX_BOLD_GRAPHEMES = 48;
const ENDS_LIKE_TEXT = /[。！!；;，,：:….]["”」』）)]*$/u;
const WHOLLY_QUOTED = /^["“「『][^"”」』]*["”」』]$/u;

/** A line of a sponsor or an editor. */
const NO_HEADING = pattern('iu')`
  ^(?:
    sponsored|advertisement|presented by|together with|brought to you by|in association with|a message from
    |supported by|from our (?:partners?|sponsors?)|paid (?:post|content)|in partnership|editor[’']?s? note
    |anzeige|赞助|贊助|广告|廣告|编者按|編者按|编者注|本文由|推广|责编|责任编辑|编辑[:：]
  )
`;

/** In an article without headings, apart from those of galleries, a bold line that looks like a heading becomes one. */
function promoteBoldLines(items: readonly Item[]): readonly Item[] {
  return items.map((item, index) => {
    const spans = boldLine(item);
    if (!spans || !isBeforeText(items, index) || !isAfterText(items, index)) return item;
    const title = collapseSpace(textOf(spans));
    return { kind: 'heading', from: 'bold', level: BOLD_LEVEL, title, spans, anchor: null } satisfies Heading;
  });
}

function boldLine(item: Item): Span[] | undefined {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return undefined;
  const { spans } = item.block;
  if (!spans.every((span) => span.strong === true || !/[\p{L}\p{N}]/u.test(span.text))) return undefined;
  if (!spans.some((span) => span.strong === true)) return undefined;
  const isQuotedOutside = spans[0]?.strong !== true && spans.at(-1)?.strong !== true;
  const text = collapseSpace(textOf(spans));
  const graphemes = countGraphemes(text);
  const isShort =
    graphemes >= 2 && graphemes <= (/\p{Script=Han}/u.test(text) ? MAX_BOLD_GRAPHEMES : MAX_BOLD_GRAPHEMES * 2);
  if (!isShort || ENDS_LIKE_TEXT.test(text) || NO_HEADING.test(text)) return undefined;
  return (isQuotedOutside || !WHOLLY_QUOTED.test(text)) && /\p{L}/u.test(text) ? spans : undefined;
}

function isBeforeText(items: readonly Item[], index: number): boolean {
  const next = items.slice(index + 1, index + 6).find((item) => item.kind === 'block' || item.kind === 'heading');
  return next?.kind === 'block' && boldLine(next) === undefined;
}

function isAfterText(items: readonly Item[], index: number): boolean {
  return items.slice(Math.max(0, index - 40), index).some((item) => item.kind === 'block');
}
