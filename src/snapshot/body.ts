import { findMarkedAuthors } from '../html/authors/find-authors.ts';
import { imageAt } from '../html/images.ts';
import type { Item } from '../html/items.ts';
import { findMainContent } from '../html/main-content.ts';
import { readItems } from '../html/read-items.ts';
import { findStandfirst } from '../html/standfirst.ts';
import { attribute, type Document, type Element, findAllBelow, findBelow } from '../html/tree/dom.ts';
import { parseHtml } from '../html/tree/parse-html.ts';
import { extractAffiliations } from './cleaning/affiliations.ts';
import { extractByline } from './cleaning/byline-and-date.ts';
import { attachClosingCredit } from './cleaning/closing-credit.ts';
import { splitClosingLines } from './cleaning/closing-lines.ts';
import { joinDatelines } from './cleaning/datelines.ts';
import { readDeck } from './cleaning/deck.ts';
import { removeMachineSummary } from './cleaning/machine-summary.ts';
import { removeTitleHeading } from './cleaning/page-title.ts';
import { removePullQuotes } from './cleaning/pull-quotes.ts';
import { extractRelatedLinks } from './cleaning/related-links.ts';
import { removeRepeatedLines } from './cleaning/repeated-lines.ts';
import { extractSignOff } from './cleaning/sign-off.ts';
import { removeSkippablePromotions } from './cleaning/skippable-promotions.ts';
import { readTypedLists } from './cleaning/typed-lists.ts';
import { readDatetime } from './dates.ts';
import { type DeclaredFacts, readDeclaredFacts } from './declared-facts.ts';
import { joinNumbers } from './sections/numbered-headings.ts';
import { type SectionDraft, toSections } from './sections/sections.ts';

/** The parsed HTML of a snapshot. */
export interface ParsedBody {
  sections: SectionDraft[];
  /** The text that the page marks as standfirst. */
  standfirst: string | null;
  /** The authors named above the text. */
  authors: string[];
  /** The first heading of the first level on the page. */
  headline: string | null;
  /** The authors named below the text. */
  signOff: string[];
  /** The first readable `<time datetime>`. */
  time: ReturnType<typeof readDatetime>;
  /** The `lang` attribute of the article or the page. */
  language: string | null;
  declared: DeclaredFacts;
  /** False if the page has so many elements that the rest was read as text. */
  isComplete: boolean;
}

/** Reads an article's HTML; `url` resolves its relative addresses. */
export function readBody(html: string, { url, title }: { url: string; title: string }): ParsedBody {
  const { items: all, marked, ...page } = readPage(html, url);
  const credited = attachClosingCredit(
    removePullQuotes(removeRepeatedLines(removeSkippablePromotions(removeMachineSummary(joinDatelines(all))))),
  );
  const signed = extractSignOff(splitClosingLines(extractRelatedLinks(credited, url)));
  const related = signed.items;
  const untitled = removeTitleHeading(related, title);
  const isBelowTitle = untitled.length < related.length;
  const paper = extractAffiliations(untitled);
  const { items: text, authors } = extractByline(readDeck(joinNumbers(paper.items), isBelowTitle), marked);
  const items = readTypedLists(readDeck(text, isBelowTitle));
  const sections = toSections(withDeclared(items, page.declared, url));
  return {
    ...page,
    authors: [marked, paper.authors, authors].find(({ length }) => length > 0) ?? [],
    signOff: signed.authors,
    headline: headlineOf(related),
    sections,
  };
}

/** The heading that is the title on the page. */
function headlineOf(items: readonly Item[]): string | null {
  const heading = items.find((item) => item.kind === 'heading' && item.level === 1);
  return heading?.kind === 'heading' ? heading.title : null;
}

/** The declared standfirst comes first, and the declared picture if there is no other above the first heading. */
function withDeclared(
  items: readonly Item[],
  { image: address, standfirst }: DeclaredFacts,
  base: string,
): readonly Item[] {
  const image = address === undefined ? undefined : imageAt(address, base);
  const first = items.find(({ kind }) => kind === 'image' || kind === 'heading');
  const added: Item[] = image === undefined || first?.kind === 'image' ? [] : [{ kind: 'image', image }];
  if (standfirst !== null) added.push({ kind: 'block', block: { kind: 'paragraph', spans: [{ text: standfirst }] } });
  return added.length === 0 ? items : [...added, ...items];
}

/** Reads what is needed of a page, so that its tree is no longer in memory when the article is composed. */
function readPage(html: string, url: string) {
  const document = parseHtml(html);
  const page = findMainContent(document, url);
  const { root } = page;
  const declared = readDeclaredFacts(document);
  return {
    items: readItems(page),
    marked: findMarkedAuthors(document, page),
    standfirst: declared.standfirst ?? findStandfirst(root),
    time: findTime(root) ?? findTimeAbove(root),
    language: declaredLanguage(document, root),
    declared,
    isComplete: document.isComplete,
  };
}

function findTime(root: Document | Element): ParsedBody['time'] {
  for (const element of findAllBelow(root, (below) => below.name === 'time' || below.name === 'abbr')) {
    const time = readDatetime(timeIn(element));
    if (time) return time;
  }
  return undefined;
}

/** Of `<time>`, or of the microformat before it: `<abbr class="published" title="2011-05-03T08:10:00Z">`. */
function timeIn(element: Element): string {
  if (element.name === 'time') return attribute(element, 'datetime');
  return /(?:^|\s)(?:dt-)?published(?:\s|$)/.test(attribute(element, 'class')) ? attribute(element, 'title') : '';
}

/** A page may name the date above the innermost `<article>`, in the one around it. */
function findTimeAbove(root: Document | Element): ParsedBody['time'] {
  if (root.type === 'root') return undefined;
  for (let node = root.parent; node.type !== 'root'; node = node.parent)
    if (node.name === 'main' || node.name === 'article') return findTime(node);
  return undefined;
}

function declaredLanguage(document: Document, root: Document | Element): string | null {
  const own = root.type === 'root' ? '' : attribute(root, 'lang');
  const page = findBelow(document, (element) => element.name === 'html');
  const declared = own || (page ? attribute(page, 'lang') : '');
  return declared === '' ? null : declared;
}
