import type { Article, Section } from '../../../src/article/article.ts';
import { blockText } from '../../../src/article/block-text.ts';
import { isHidden } from '../../../src/html/boilerplate/hidden.ts';
import { isNeverContent, looksLikeBoilerplate } from '../../../src/html/boilerplate/is-boilerplate.ts';
import { isImage, readImage } from '../../../src/html/images.ts';
import { isBlock } from '../../../src/html/tree/block-elements.ts';
import { type Element, findAllBelow, findBelow, hasOwnText, textBelow, walk } from '../../../src/html/tree/dom.ts';
import { parseHtml } from '../../../src/html/tree/parse-html.ts';
import { decodeSnapshot } from '../../../src/snapshot/decode.ts';
import { parseHeader } from '../../../src/snapshot/header/header.ts';
import { type ArticleRule, collectTexts, type KnownTexts, ruleForBlock, squeeze } from './article-rules.ts';
import { type LineRule, ruleForLine } from './line-rules.ts';

/** Why a part of the markup is not in the text: a test of the parser for a single element or line, or what the article has instead of a block; `context` if none of these explains it. */
export type LeftOutBy = ElementRule | LineRule | ArticleRule | 'context';

type ElementRule = 'hidden' | 'never' | 'boilerplate';

/** A part of the markup, and what became of it. */
export interface MarkupPart {
  /** Its start tag. */
  tag: string;
  text: string;
  /** The section that has it; undefined if none has. */
  section: number | undefined;
  leftOutBy: LeftOutBy | undefined;
}

/** A picture of the markup. */
export interface MarkupPicture {
  tag: string;
  isKept: boolean;
}

/** The markup of a snapshot beside its article. */
export interface ComparedMarkup {
  parts: readonly MarkupPart[];
  pictures: readonly MarkupPicture[];
}

const MAX_PARTS = 2000;
const MAX_TEXT = 400;

/**
 * Compares a snapshot with the article that was parsed from it. The parser leaves no trace, so that it stays fast: what is in
 * the article is found by its text, and the rest is tried against the rules again. Undefined if it is no snapshot.
 */
export function compareMarkup(bytes: Uint8Array, article: Article): ComparedMarkup | undefined {
  const decoded = decodeSnapshot(bytes);
  const header = 'error' in decoded ? undefined : parseHeader(decoded.text);
  if (header === undefined || !header.ok) return undefined;
  const document = parseHtml(header.body);
  const texts = article.sections.map((section) => ({ number: section.number, text: squeeze(allText(section)) }));
  const known = collectTexts(article, texts.map(({ text }) => text).join(' '));
  const parts: MarkupPart[] = [];
  const boxes: Element[] = [];
  const claimed = new Map<string, number>();
  walk(document, {
    enter(element) {
      if (parts.length >= MAX_PARTS || element.type !== 'tag') return 'skip';
      const found = toPart(element, { article, texts, known, claimed, isInBox: boxes.length > 0 });
      if (found === 'below' && ruleFor(element) === 'boilerplate') boxes.push(element);
      if (found === 'below') return undefined;
      if (found !== undefined) parts.push(found);
      return 'skip';
    },
    leave(element) {
      if (boxes.at(-1) === element) boxes.pop();
    },
    text: () => undefined,
  });
  const kept = new Set(
    article.sections.flatMap(({ images }) =>
      images.flatMap(({ url, original, candidates }) => [url, original, ...candidates.map((one) => one.url)]),
    ),
  );
  // An image inside of a picture is the same one.
  const images = findAllBelow(document, isImage).filter(({ parent }) => parent.type === 'root' || !isImage(parent));
  const pictures = images.map((element) => {
    const image = readImage(element, article.url);
    return { tag: startTag(element), isKept: image !== undefined && kept.has(image.url) };
  });
  return { parts, pictures: pictures.slice(0, MAX_PARTS) };
}

interface Known {
  article: Article;
  texts: readonly { number: number; text: string }[];
  known: KnownTexts;
  /** How often a text was found in the markup so far. */
  claimed: Map<string, number>;
  /** Whether an element around it looks like boilerplate. */
  isInBox: boolean;
}

/** `below` for an element whose content is looked at instead; undefined for one without text. */
function toPart(element: Element, about: Known): MarkupPart | 'below' | undefined {
  const { article, known, isInBox } = about;
  const rule = ruleFor(element);
  if (!isText(element) && (rule === undefined || rule === 'boilerplate')) return 'below';
  const text = textBelow(element).replace(/\s+/gu, ' ').trim();
  if (text === '') return undefined;
  const squeezed = squeeze(text);
  const section = claimSection(squeezed, about);
  const left =
    rule ?? (isInBox ? 'boilerplate' : (ruleForLine(text, article) ?? ruleForBlock(squeezed, known) ?? 'context'));
  const shown = { tag: startTag(element), text: text.slice(0, MAX_TEXT), section };
  return { ...shown, leftOutBy: section === undefined ? left : undefined };
}

/** The section that has a text; undefined if none has, or has it only as often as the markup before. */
function claimSection(squeezed: string, { texts, claimed }: Pick<Known, 'texts' | 'claimed'>): number | undefined {
  let before = claimed.get(squeezed) ?? 0;
  claimed.set(squeezed, before + 1);
  for (const { number, text } of texts) {
    const times = before === 0 ? Number(text.includes(squeezed)) : text.split(squeezed).length - 1;
    if (times > before) return number;
    before -= times;
  }
  return undefined;
}

/** Whether an element is a block of text. Text beside blocks is not looked at. */
function isText(element: Element): boolean {
  return hasOwnText(element) && findBelow(element, isBlock) === undefined;
}

function ruleFor(element: Element): ElementRule | undefined {
  if (isHidden(element)) return 'hidden';
  if (isNeverContent(element)) return 'never';
  return looksLikeBoilerplate(element, textBelow(element).trim() !== '') ? 'boilerplate' : undefined;
}

function allText({ title, authors, text, images, links, media }: Section): string {
  return [
    title,
    ...authors,
    ...text.map(blockText),
    ...images.flatMap(({ alt, caption, credit }) => [caption, credit, alt]),
    ...links.map((link) => link.text),
    ...media.flatMap((one) => [one.title, one.caption]),
  ].join(' ');
}

function startTag({ name, attribs }: Element): string {
  const attributes = Object.entries(attribs).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${attributes.join('')}>`.slice(0, MAX_TEXT);
}
