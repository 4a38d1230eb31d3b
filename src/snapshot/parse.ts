import { articleId, sourceOf } from '../article/address.ts';
import type { Article, Section } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { standfirstOf } from '../html/standfirst.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { summarizeArticle } from '../summary/summarize.ts';
import { type ParsedBody, readBody } from './body.ts';
import { decodeSnapshot } from './decode.ts';
import { type Header, parseHeader } from './header/header.ts';
import { withoutSiteSuffix } from './header/site-suffix.ts';
import type { ParseError, ParseResult, ParseWarning } from './parse-result.ts';
import type { SectionDraft } from './sections/sections.ts';

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
  return { ok: true, article: toArticle(header, body), warnings: warningsOf(header, body) };
}

function warningsOf({ warnings, bodyLine }: Header, { isComplete }: ParsedBody): ParseWarning[] {
  if (isComplete) return warnings;
  const message = 'The page has so many elements that its end is read as text, without links and pictures. Split it.';
  return [...warnings, { code: 'too-many-elements', message, line: bodyLine }];
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
  const written = header.title || (body.sections[1]?.title ?? sourceOf(url));
  const title = withoutSiteSuffix(written, { url, headline: body.headline });
  const texts = textsOf(body.sections);
  const summaries = summarizeArticle(texts, {
    title,
    standfirst: standfirstOf(body.sections[0]?.text ?? [], body.standfirst),
  });
  const sections = body.sections.map((draft, number) => toSection(draft, number, summaries.sections[number] ?? ''));
  return {
    id: articleId(url),
    url,
    title,
    source: sourceOf(url),
    ...detectLanguage([title, ...texts.flatMap(({ paragraphs }) => paragraphs)].join('\n'), body.language),
    summary: summaries.article,
    stampedAt,
    publishedAt: publishedAt(header, body),
    authors: authorsOf(body, sections),
    sections,
    ...(body.declared.textFrom && { textFrom: body.declared.textFrom }),
  };
}

/** What the head declares wins: lines of text may name the same authors in another way. */
function authorsOf({ declared, authors, signOff }: ParsedBody, sections: readonly Section[]): string[] {
  if (declared.authors.length > 0) return [...new Set(declared.authors)];
  return [...new Set([...authors, ...sections.flatMap((section) => section.authors), ...signOff])];
}

/** A time on the page wins over the stamp, and the stamp over a date without a time. */
function publishedAt({ stampedAt, publishedAt: fromHeader }: Header, { time, declared }: ParsedBody): string | null {
  if (declared.published) return 'instant' in declared.published ? declared.published.instant : declared.published.date;
  if (time && 'instant' in time) return time.instant;
  return stampedAt ?? fromHeader ?? time?.date ?? null;
}

function toSection(draft: SectionDraft, number: number, summary: string): Section {
  const { anchor, title, depth, from, authors, text, images, links, media } = draft;
  return { number, anchor, title, depth, from, authors, text, summary, images, links, media };
}

/** A summary and the language come from the first sentences; a copy of all text would take much memory. */
const MAX_SUMMARIZED_UNITS = 1_000_000;

/** The first paragraphs, list items and cells of each section, with its heading. */
function textsOf(sections: readonly SectionDraft[]): { title: string | null; paragraphs: string[] }[] {
  let units = 0;
  return sections.map(({ title, text }) => {
    const paragraphs: string[] = [];
    for (const block of text) {
      if (units > MAX_SUMMARIZED_UNITS) break;
      if (block.kind === 'code') continue;
      for (const run of runsOf(block)) {
        const paragraph = textOf(run);
        paragraphs.push(paragraph);
        units += paragraph.length;
      }
    }
    return { title, paragraphs };
  });
}
