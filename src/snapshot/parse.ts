import { articleId, sourceOf } from '../article/address.ts';
import type { Article, Block, Section } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { standfirstOf } from '../html/standfirst.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { summarize } from '../summary/summarize.ts';
import { type ParsedBody, readBody } from './body.ts';
import { decodeSnapshot } from './decode.ts';
import { type Header, parseHeader } from './header.ts';
import type { ParseError, ParseResult } from './parse-result.ts';
import type { SectionDraft } from './sections.ts';
import { readSignOff } from './sign-off.ts';

/**
 * Parses a snapshot file, or refuses it as a whole. Never throws, for any input; time and memory are linear in the input.
 */
export function parseSnapshot(bytes: Uint8Array): ParseResult {
  const decoded = decodeSnapshot(bytes);
  if ('error' in decoded) return { ok: false, error: decoded.error };
  const header = parseHeader(decoded.text);
  if (!header.ok) return header;
  const body = readBody(header.body, header);
  if (!body.sections.some(hasContent)) return { ok: false, error: noContent(header.bodyLine) };
  return { ok: true, article: toArticle(header, body), warnings: header.warnings };
}

function noContent(line: number): ParseError {
  return {
    code: 'no-content',
    message: 'There is no text, picture or link after the header. Save the page again.',
    line,
  };
}

function hasContent({ text, images, links, media, title }: SectionDraft): boolean {
  return text.length + images.length + links.length + media.length > 0 || title !== null;
}

function toArticle(header: Header, body: ParsedBody): Article {
  const { url, stampedAt } = header;
  const title = header.title || (body.sections[1]?.title ?? sourceOf(url));
  const paragraphs = startOfText(body.sections.flatMap(({ text }) => text));
  const opening = body.sections[0]?.text ?? [];
  const sections = body.sections.map((draft, number) => toSection(draft, { number, title }));
  return {
    id: articleId(url),
    url,
    title,
    source: sourceOf(url),
    ...detectLanguage([title, ...paragraphs].join('\n'), body.language),
    summary: summarize(paragraphs, {
      title,
      standfirst: standfirstOf(opening, body.standfirst),
    }),
    stampedAt,
    publishedAt: publishedAt(header, body),
    authors: authorsOf(body, sections),
    sections,
    ...(body.declared.textFrom && { textFrom: body.declared.textFrom }),
  };
}

/** What the head declares wins: lines of text may name the same authors in another way. */
function authorsOf({ declared, authors }: ParsedBody, sections: readonly Section[]): string[] {
  if (declared.authors.length > 0) return [...new Set(declared.authors)];
  return [...new Set([...authors, ...sections.flatMap((section) => section.authors), ...signOffAuthors(sections)])];
}

/** A time on the page wins over the stamp, and the stamp over a date without a time. */
function publishedAt({ stampedAt, publishedAt: fromHeader }: Header, { time, declared }: ParsedBody): string | null {
  if (declared.published) return 'instant' in declared.published ? declared.published.instant : declared.published.date;
  if (time && 'instant' in time) return time.instant;
  return stampedAt ?? fromHeader ?? time?.date ?? null;
}

function signOffAuthors(sections: readonly Section[]): string[] {
  const last = sections.at(-1)?.text.at(-1);
  return last?.kind === 'paragraph' ? readSignOff(textOf(last.spans)) : [];
}

function toSection(draft: SectionDraft, { number, title }: { number: number; title: string }): Section {
  const summary = summarize(startOfText(draft.text), { title: draft.title ?? title, isPart: true });
  const { anchor, title: heading, depth, from, authors, text, images, links, media } = draft;
  return { number, anchor, title: heading, depth, from, authors, text, summary, images, links, media };
}

/** A summary and the language come from the first sentences; a copy of all text would take much memory. */
const MAX_SUMMARIZED_UNITS = 1_000_000;

/** The first paragraphs, list items and cells of a text. */
function startOfText(blocks: readonly Block[]): string[] {
  const paragraphs: string[] = [];
  let units = 0;
  for (const block of blocks) {
    if (units > MAX_SUMMARIZED_UNITS) break;
    if (block.kind === 'code') continue;
    for (const run of runsOf(block)) {
      const text = textOf(run);
      paragraphs.push(text);
      units += text.length;
    }
  }
  return paragraphs;
}
