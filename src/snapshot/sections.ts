import type { Block, Link, Section, Span } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { append, type Heading, type Item } from '../html/items.ts';
import { linksInSpans } from '../html/links.ts';
import { readByline, splitNames } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { countGraphemes } from '../text/graphemes.ts';
import { divideIntoParts } from './parts.ts';

/** A section before it has its number and its summary. */
export type SectionDraft = Omit<Section, 'number' | 'summary'>;

const BOLD_DEPTH = 2;

/** Divides what an article holds into sections: the lead, then one for each heading. */
export function toSections(items: readonly Item[]): SectionDraft[] {
  const headed = hasHeading(items) ? items : promoteBold(items);
  const divided = hasHeading(headed) ? headed : divideIntoParts(headed);
  const sections: SectionDraft[] = [emptyDraft({ from: 'lead', title: null, depth: 0, anchor: null })];
  for (const item of divided) {
    const current = sections.at(-1);
    if (item.kind === 'heading') sections.push(fromHeading(item));
    else if (current) addItem(current, item);
  }
  return sections.map(withoutRepeats);
}

function emptyDraft(head: Pick<SectionDraft, 'from' | 'title' | 'depth' | 'anchor'>): SectionDraft {
  return { ...head, authors: [], text: [], images: [], links: [], media: [] };
}

function hasHeading(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === 'heading');
}

function fromHeading({ from, title, anchor, level, spans }: Heading): SectionDraft {
  const draft = emptyDraft({ from, title, depth: level, anchor });
  append(draft.links, inlineLinks([spans]));
  return draft;
}

/** Each picture, link and player once in its section. */
function withoutRepeats(draft: SectionDraft): SectionDraft {
  return { ...draft, images: byUrl(draft.images), links: byUrl(draft.links), media: byUrl(draft.media) };
}

function byUrl<Thing extends { url: string }>(things: readonly Thing[]): Thing[] {
  const known = new Map<string, Thing>();
  for (const thing of things) if (!known.has(thing.url)) known.set(thing.url, thing);
  return [...known.values()];
}

function addItem(section: SectionDraft, item: Exclude<Item, Heading>): void {
  switch (item.kind) {
    case 'block':
      addBlock(section, item.block);
      break;
    case 'byline':
      addAuthors(section, readByline(item.text) ?? splitNames(item.text));
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

/** A byline under a heading belongs to the section, not to its text. */
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

const MOST_BOLD = 48;
const ENDS_LIKE_TEXT = /[。！!；;，,：:….]["”」』）)]*$/u;
const WHOLLY_QUOTED = /^["“「『][^"”」』]*["”」』]$/u;

/** In an article without headings, a line that is bold alone and reads like a heading is one. */
function promoteBold(items: readonly Item[]): readonly Item[] {
  return items.map((item, index) => {
    const spans = boldLine(item);
    if (!spans || !leadsToText(items, index) || !textStandsBefore(items, index)) return item;
    const title = collapseSpace(textOf(spans));
    return { kind: 'heading', from: 'bold', level: BOLD_DEPTH, title, spans, anchor: null } satisfies Heading;
  });
}

function boldLine(item: Item): Span[] | undefined {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return undefined;
  const { spans } = item.block;
  const text = collapseSpace(textOf(spans));
  const isBold = spans.every((span) => span.strong === true || span.text.trim() === '');
  const graphemes = countGraphemes(text);
  const isShort = graphemes >= 2 && graphemes <= (/\p{Script=Han}/u.test(text) ? MOST_BOLD : MOST_BOLD * 2);
  return isBold && isShort && !ENDS_LIKE_TEXT.test(text) && !WHOLLY_QUOTED.test(text) && /\p{L}/u.test(text)
    ? spans
    : undefined;
}

function leadsToText(items: readonly Item[], index: number): boolean {
  const next = items.slice(index + 1, index + 6).find((item) => item.kind === 'block' || item.kind === 'heading');
  return next?.kind === 'block' && boldLine(next) === undefined;
}

function textStandsBefore(items: readonly Item[], index: number): boolean {
  return items.slice(Math.max(0, index - 40), index).some((item) => item.kind === 'block');
}
