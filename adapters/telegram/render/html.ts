import { gapBefore, type Run } from '../../../src/messaging/rich-text/rich-text.ts';
import type { Paragraph } from './paragraph.ts';

type Tag = 'b' | 'i' | 'code' | { href: string };

const FRAMES: Readonly<Record<Paragraph['frame'], readonly [open: string, close: string]>> = {
  plain: ['', ''],
  quote: ['<blockquote>', '</blockquote>'],
  folded: ['<blockquote expandable>', '</blockquote>'],
  pre: ['<pre>', '</pre>'],
};

/** Paragraphs as the HTML of one message. Tags are always balanced, and text cannot forge any. */
export function toHtml(paragraphs: readonly Paragraph[]): string {
  let html = '';
  for (const [at, current] of paragraphs.entries()) {
    const previous = paragraphs[at - 1];
    const [open, close] = FRAMES[current.frame];
    // Folded paragraphs in a row are one quote.
    const continues = current.frame === 'folded' && previous?.frame === 'folded';
    const isContinued = current.frame === 'folded' && paragraphs[at + 1]?.frame === 'folded';
    const content = current.runs.map((run) => toTagged(run, current)).join('');
    html += `${gapBefore(current, previous)}${continues ? '' : open}${content}${isContinued ? '' : close}`;
  }
  return html;
}

/** The tags of a run, from the outermost inwards. */
export function tagsOf({ style, href }: Run, { around }: Pick<Paragraph, 'around'>): Tag[] {
  // Program text takes no other tags: https://core.telegram.org/bots/api#formatting-options
  if (style === 'code') return ['code'];
  const tags: Tag[] = href === undefined ? [] : [{ href }];
  if (around === 'strong' || style === 'strong') tags.push('b');
  if (style === 'emphasis') tags.push('i');
  if (around === 'emphasis') tags.push('i');
  return tags;
}

/** Escapes text; Telegram supports these four references only. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function toTagged(run: Run, paragraph: Paragraph): string {
  return tagsOf(run, paragraph).reduceRight((inner, tag) => {
    if (typeof tag === 'string') return `<${tag}>${inner}</${tag}>`;
    return `<a href="${escapeHtml(tag.href)}">${inner}</a>`;
  }, escapeHtml(run.text));
}
