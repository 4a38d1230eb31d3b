import { gapBefore, type Run } from '../../../src/messaging/rich-text.ts';
import type { Paragraph } from './paragraph.ts';

type Tag = 'b' | 'i' | 'code' | { href: string };

/** Paragraphs as the source of one message. Tags are always balanced, and text cannot forge any. */
export function toHtml(paragraphs: readonly Paragraph[]): string {
  let html = '';
  for (const [at, current] of paragraphs.entries()) {
    const previous = paragraphs[at - 1];
    const joins = current.frame === 'folded' && previous?.frame === 'folded';
    const isJoined = current.frame === 'folded' && paragraphs[at + 1]?.frame === 'folded';
    const content = current.runs.map((run) => toTagged(run, current)).join('');
    html += gapBefore(current, previous);
    html += `${joins ? '' : openFrame(current.frame)}${content}${isJoined ? '' : closeFrame(current.frame)}`;
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

/** Text as Telegram reads it back; it supports these four references only. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function openFrame(frame: Paragraph['frame']): string {
  switch (frame) {
    case 'plain':
      return '';
    case 'quote':
      return '<blockquote>';
    case 'folded':
      return '<blockquote expandable>';
    case 'pre':
      return '<pre>';
    default:
      return frame satisfies never;
  }
}

function closeFrame(frame: Paragraph['frame']): string {
  if (frame === 'plain') return '';
  return frame === 'pre' ? '</pre>' : '</blockquote>';
}

function toTagged(run: Run, paragraph: Paragraph): string {
  return tagsOf(run, paragraph).reduceRight(
    (inner, tag) => `${openTag(tag)}${inner}</${nameOf(tag)}>`,
    escapeHtml(run.text),
  );
}

function openTag(tag: Tag): string {
  return typeof tag === 'string' ? `<${tag}>` : `<a href="${escapeHtml(tag.href)}">`;
}

function nameOf(tag: Tag): string {
  return typeof tag === 'string' ? tag : 'a';
}
