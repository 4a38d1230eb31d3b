import { createHash } from 'node:crypto';
import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';
import { jsonPieces } from '../article/json-pieces.ts';

/** The visible content of a section, as a key that equal sections share. */
export function sectionContent(section: Section): string {
  return JSON.stringify(visibleContent(section));
}

function visibleContent(section: Section) {
  const images = section.images.map(({ url, alt, caption, credit }) => [url, alt, caption, credit]);
  const links = section.links.map(({ url, text, role }) => [url, text, role]);
  return [section.title, section.authors, section.text, images, links, section.media];
}

/** Fingerprint of the visible content of an article, independent of when it was captured. */
export function contentFingerprint({ title, authors, sections }: Article): string {
  return fingerprint(contentPieces({ title, authors, sections }));
}

/** The JSON of the title, the authors and the JSON of each section, in pieces. */
function* contentPieces({ title, authors, sections }: Pick<Article, 'title' | 'authors' | 'sections'>) {
  yield `[${JSON.stringify(title)},${JSON.stringify(authors)},[`;
  for (const [at, section] of sections.entries()) {
    yield at === 0 ? '"' : ',"';
    for (const piece of jsonPieces(visibleContent(section))) yield JSON.stringify(piece).slice(1, -1);
    yield '"';
  }
  yield ']]';
}

/** A short hash of bytes or of text in pieces, practically unique. */
export function fingerprint(content: Uint8Array | Iterable<string>): string {
  const hash = createHash('sha256');
  if (content instanceof Uint8Array) hash.update(content);
  else for (const piece of content) hash.update(piece);
  return hash.digest('base64url').slice(0, 22);
}

/** The start of the searchable text of a section besides its heading: text, captions and authors. */
export function sectionText(section: Section, maxUnits: number): string {
  let text = '';
  for (const line of searchableLines(section)) {
    if (text.length > maxUnits) break;
    text += `${line}\n`;
  }
  return text.slice(0, Math.min(maxUnits, text.length - 1));
}

/** The searchable text of each section, up to `maxUnits` in all. */
export function* startOfText(sections: readonly Section[], maxUnits: number): Generator<string> {
  let remaining = maxUnits;
  for (const section of sections) {
    if (remaining <= 0) return;
    const text = sectionText(section, remaining);
    remaining -= text.length;
    yield text;
  }
}

function* searchableLines({ text, images, media, authors }: Section): Generator<string> {
  for (const block of text) yield blockText(block);
  for (const { caption } of [...images, ...media]) if (caption !== null) yield caption;
  yield* authors;
}
