import { createHash } from 'node:crypto';
import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';

/** Everything of a section that a reader sees; two sections with the same are the same section. */
export function sectionContent(section: Section): string {
  const images = section.images.map(({ url, alt, caption, credit }) => [url, alt, caption, credit]);
  const links = section.links.map(({ url, text, role }) => [url, text, role]);
  return JSON.stringify([section.title, section.authors, section.text, images, links, section.media]);
}

/** Fingerprint of what a reader sees of an article, whenever it was captured. */
export function contentFingerprint(article: Article): string {
  return fingerprint(JSON.stringify([article.title, article.authors, article.sections.map(sectionContent)]));
}

/** A short name for bytes or text that no other bytes or text has. */
export function fingerprint(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** What a section is found by besides its heading: its text, and what stands under its pictures and players. */
export function sectionText(section: Section): string {
  const captions = [...section.images, ...section.media].flatMap(({ caption }) => caption ?? []);
  return [...section.text.map(blockText), ...captions, ...section.authors].join('\n');
}
