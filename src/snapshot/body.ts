import { attribute, type Document, type Element, findAllBelow, findBelow, parseHtml } from '../html/dom.ts';
import type { Page } from '../html/figures.ts';
import { findContent } from '../html/main-content.ts';
import { readFlow } from '../html/read-items.ts';
import { findIntro } from '../html/standfirst.ts';
import { takeLeadMatter } from './byline-and-date.ts';
import { readDatetime } from './dates.ts';
import { cutAtTitle } from './page-title.ts';
import { dropPullQuotes } from './pull-quotes.ts';
import { gatherRelated } from './related-links.ts';
import { dropRepeats } from './repeated-lines.ts';
import { type Draft, toSections } from './sections.ts';

/** What the HTML of a snapshot says. */
export interface Body {
  sections: Draft[];
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
export function readBody(html: string, { url, title }: { url: string; title: string }): Body {
  const document = parseHtml(html);
  const page: Page = { ...findContent(document, url), base: url };
  const article = cutAtTitle(gatherRelated(dropPullQuotes(dropRepeats(readFlow(page)))), title);
  const { items, authors } = takeLeadMatter(article);
  const sections = toSections(items);
  const { root } = page;
  return {
    sections,
    intro: findIntro(root),
    authors,
    time: findTime(root),
    language: declaredLanguage(document, root),
  };
}

function findTime(root: Document | Element): Body['time'] {
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
