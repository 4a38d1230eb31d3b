import type { Paragraph, Run, Tag } from './paragraph.ts';

/** Paragraphs as the source of one message; tags are always balanced, and text can forge none. */
export function toHtml(paragraphs: readonly Paragraph[]): string {
  let html = '';
  for (const [at, one] of paragraphs.entries()) {
    const before = paragraphs[at - 1];
    const joined = one.frame === 'folded' && before?.frame === 'folded';
    const opened = joined ? '' : openFrame(one.frame);
    const closed = one.frame === 'folded' && paragraphs[at + 1]?.frame === 'folded' ? '' : closeFrame(one.frame);
    html += `${gapBefore(one, before)}${opened}${one.runs.map(toTagged).join('')}${closed}`;
  }
  return html;
}

/** What stands between a paragraph and the one before it. */
export function gapBefore(one: Paragraph, before: Paragraph | undefined): '' | '\n' | '\n\n' {
  if (before === undefined) return '';
  return one.tight ? '\n' : '\n\n';
}

/** Text as Telegram reads it back: it knows these four references and no others. */
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

function toTagged({ text, tags }: Run): string {
  return tags.reduceRight((inner, tag) => `${openTag(tag)}${inner}</${nameOf(tag)}>`, escapeHtml(text));
}

function openTag(tag: Tag): string {
  return typeof tag === 'string' ? `<${tag}>` : `<a href="${escapeHtml(tag.href)}">`;
}

function nameOf(tag: Tag): string {
  return typeof tag === 'string' ? tag : 'a';
}
