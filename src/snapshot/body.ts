import { attribute, type Document, type Element, findAllBelow, findBelow, parseHtml } from '../html/dom.ts';
import { findMainContent } from '../html/main-content.ts';
import { readItems } from '../html/read-items.ts';
import { findStandfirst } from '../html/standfirst.ts';
import { takeBylineAndDate } from './byline-and-date.ts';
import { readDatetime } from './dates.ts';
import { cutAtTitle } from './page-title.ts';
import { dropPullQuotes } from './pull-quotes.ts';
import { gatherRelatedLinks } from './related-links.ts';
import { dropRepeatedLines } from './repeated-lines.ts';
import { type SectionDraft, toSections } from './sections.ts';

/** What the HTML of a snapshot says. */
export interface ParsedBody {
  sections: SectionDraft[];
  /** What the page names as its intro. */
  intro: string | null;
  /** Who wrote it, from above the text. */
  authors: string[];
  /** The first readable `<time datetime>`. */
  time: ReturnType<typeof readDatetime>;
  /** The `lang` attribute of the article or the page. */
  language: string | null;
}

/** Reads an article's HTML; `url` resolves its relative addresses. */
export function readBody(html: string, { url, title }: { url: string; title: string }): ParsedBody {
  const document = parseHtml(html);
  const page = findMainContent(document, url);
  const article = cutAtTitle(gatherRelatedLinks(dropPullQuotes(dropRepeatedLines(readItems(page)))), title);
  const { items, authors } = takeBylineAndDate(article);
  const sections = toSections(items);
  const { root } = page;
  return {
    sections,
    intro: findStandfirst(root),
    authors,
    time: findTime(root),
    language: declaredLanguage(document, root),
  };
}

function findTime(root: Document | Element): ParsedBody['time'] {
  for (const element of findAllBelow(root, (below) => below.name === 'time')) {
    const time = readDatetime(attribute(element, 'datetime'));
    if (time) return time;
  }
  return undefined;
}

function declaredLanguage(document: Document, root: Document | Element): string | null {
  const own = root.type === 'root' ? '' : attribute(root, 'lang');
  const page = findBelow(document, (element) => element.name === 'html');
  const declared = own || (page ? attribute(page, 'lang') : '');
  return declared === '' ? null : declared;
}
