import { createHash } from 'node:crypto';
import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';

/** The visible content of a section, as a key that equal sections share. */
export function sectionContent(section: Section): string {
  const images = section.images.map(({ url, alt, caption, credit }) => [url, alt, caption, credit]);
  const links = section.links.map(({ url, text, role }) => [url, text, role]);
  return JSON.stringify([section.title, section.authors, section.text, images, links, section.media]);
}

/** Fingerprint of the visible content of an article, independent of when it was captured. */
export function contentFingerprint(article: Article): string {
  return fingerprint(JSON.stringify([article.title, article.authors, article.sections.map(sectionContent)]));
}

/** A short hash of bytes or text, practically unique. */
export function fingerprint(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** The searchable text of a section besides its heading: text, captions and authors. */
export function sectionText(section: Section): string {
  const captions = [...section.images, ...section.media].flatMap(({ caption }) => caption ?? []);
  return [...section.text.map(blockText), ...captions, ...section.authors].join('\n');
}
