import type { Block, Link, Span } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { isBylineSuffix, namesIn, namesInFields } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isDateLabel, isDateLine } from '../text/date-lines.ts';
import { readAuthorLine } from './author-lines.ts';
import { markedNames } from './authors/author-elements.ts';
import { isControlLabel, isMediaFallback, isSiteNotice } from './boilerplate/boilerplate-text.ts';
import { isMetaLine, isNotice, isRule } from './boilerplate/notices.ts';
import { isShareLine } from './boilerplate/share-lines.ts';
import { isBreadcrumbs } from './breadcrumbs.ts';
import { attachCaption } from './captions/attach-caption.ts';
import { isCredit } from './captions/maker-elements.ts';
import { isImageSource } from './captions/read-credit.ts';
import type { Item } from './items.ts';
import { readAddressLine, readLinkLine } from './link-lines.ts';
import { linksInSpans } from './links.ts';
import type { OpenContexts } from './text-context.ts';
import type { Element } from './tree/dom.ts';

/** Adds a paragraph, unless it is boilerplate, a byline or the caption of the visual before it. */
export function addText(
  items: Item[],
  spans: Span[],
  { contexts, isSmall }: { contexts: OpenContexts; isSmall: boolean },
): void {
  const written = contexts.innermost('pre') ? spans : readTypedBold(withoutRules(spans));
  const text = collapseSpace(textOf(written));
  if (text === '' || MARKS_ONLY.test(text) || isMediaFallback(text) || isControlLabel(text) || isSiteNotice(text))
    return;
  const last = items.at(-1);
  if (last?.kind === 'byline' && isBylineSuffix(text)) return;
  if (!contexts.innermost('pre') && addLinkLine(items, spans, text)) return;
  const byline = contexts.innermost('byline');
  if (byline && canBeNames(text)) items.push({ kind: 'byline', names: bylineNames(text, byline) });
  else if (attachCaption(items, text, roleOf(contexts.innermost('caption'), isSmall)) || isBesideText(text)) return;
  else if (isMetaLine(text)) items.push({ kind: 'byline', names: namesInFields(text) });
  else addBlock(items, { kind: 'block', block: toBlock(written, contexts) });
}

/** Adds a line that is only a link, or who wrote what is below it; returns false for any other. */
function addLinkLine(items: Item[], spans: readonly Span[], text: string): boolean {
  if (isBreadcrumbs(spans, text)) return true;
  const links = linksOfLine(spans, text);
  const names = links ? undefined : readAuthorLine(spans, text);
  if (links) items.push({ kind: 'links', links });
  if (names) {
    const before = items.at(-1);
    if (before?.kind === 'block' && isDateLine(textOf(runsOf(before.block).flat()))) items.pop();
    items.push({ kind: 'byline', names });
  }
  return links !== undefined || names !== undefined;
}

function roleOf(caption: Element | undefined, isSmall: boolean): 'caption' | 'credit' | undefined {
  if (caption && isCredit(caption)) return 'credit';
  return caption || isSmall ? 'caption' : undefined;
}

/** The links of a line that is a shortened address or only points at one; undefined for any other line. */
function linksOfLine(spans: readonly Span[], text: string): Link[] | undefined {
  if (SHORT_ADDRESS.test(text)) return linksInSpans(spans, 'inline');
  const link = readLinkLine(spans) ?? readAddressLine(spans);
  return link && [link];
}

/** What is left of a line whose words belong elsewhere: a dash, the brackets of a note. */
const MARKS_ONLY = /^[[\](){}|·•\s–—-]+$/u;

/** A line that is only a shortened address, as news agencies put it below a paragraph: "tmsnrt.rs/2ZftPCv". */
const SHORT_ADDRESS = /^(?:https?:\/\/)?[a-z0-9-]{2,12}\.[a-z]{2,3}\/[A-Za-z0-9]{5,10}$/;

/** Whether a line is a credit without its picture, or a notice. */
function isBesideText(text: string): boolean {
  return isImageSource(text) || isNotice(text) || isDateLabel(text) || isShareLine(text);
}

/** The spans without lines that are drawn with characters; preformatted text and text without such lines is unchanged. */
function withoutRules(spans: Span[]): Span[] {
  const text = textOf(spans);
  if (!text.includes('\n')) return isRule(text) ? [] : spans;
  const lines = text.split('\n');
  if (!lines.some(isRule)) return spans;
  if (lines.every((line) => isRule(line) || line.trim() === '')) return [];
  return spans.flatMap((span) => {
    const kept = span.text.split('\n').filter((line) => !isRule(line));
    return kept.length === 0 ? [] : [{ ...span, text: kept.join('\n') }];
  });
}

/** "**Boats in the fog**": a heading of a text that was written without markup. */
const TYPED_BOLD = /^\s*(?:\*{2,3}|＊＊|__)([^*＊_\n]{2,80})(?:\*{2,3}|＊＊|__)\s*$/u;

function readTypedBold(spans: Span[]): Span[] {
  const [, words] = TYPED_BOLD.exec(textOf(spans)) ?? [];
  return words === undefined ? spans : [{ text: words.trim(), strong: true }];
}

/** An emoji on its own is the icon of a box, and starts its text. */
function addBlock(items: Item[], item: Extract<Item, { kind: 'block' }>): void {
  const before = items.at(-1);
  if (item.block.kind === 'paragraph' && before?.kind === 'block' && isEmojiOnly(before.block)) {
    items.pop();
    item.block.spans.unshift({ text: `${textOf(runsOf(before.block).flat())} ` });
  }
  items.push(item);
}

function isEmojiOnly(block: Block): boolean {
  return block.kind === 'paragraph' && block.spans.length === 1 && EMOJI.test(block.spans[0]?.text ?? '');
}

function toBlock(spans: Span[], { innermost }: OpenContexts): Block {
  if (innermost('pre')) return { kind: 'code', spans: withoutOuterBreaks(spans) };
  return { kind: innermost('quote') ? 'quote' : 'paragraph', spans };
}

/** Code without the line breaks at its start and end. */
function withoutOuterBreaks(spans: Span[]): Span[] {
  const last = spans.length - 1;
  return spans
    .map((span, at) => {
      const text = at === 0 ? span.text.replace(/^(?:[ \t]*\r?\n)+/, '') : span.text;
      return { ...span, text: at === last ? text.trimEnd() : text };
    })
    .filter(({ text }) => text !== '');
}

const EMOJI = /^\p{Extended_Pictographic}\ufe0f?$/u;

/** The names in a part of a byline: those marked up in it, else those that its text names. */
function bylineNames(text: string, byline: Element): string[] {
  const marked = markedNames(byline);
  return marked.length > 0 ? marked.filter((name) => text.includes(name)) : namesIn(text);
}

/** Longer text in a byline element is no byline, in UTF-16 units. */
const MAX_BYLINE_UNITS = 120;

/** Whether text in a byline element can be names; a sentence about the author is text. */
function canBeNames(text: string): boolean {
  return text.length <= MAX_BYLINE_UNITS && !/\s\p{Ll}[^,]{24,}[.!?]$|[。！？]$/u.test(text);
}
