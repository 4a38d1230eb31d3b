import { attribute, childrenOf, type Document, findBelow } from '../html/tree/dom.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { type DateOrTime, readDatetime } from './dates.ts';

/** What the `<head>` of a captured page declares; an ordinary snapshot declares nothing. */
export interface DeclaredFacts {
  authors: string[];
  published: DateOrTime | undefined;
  /** The address of the lead picture. */
  image: string | undefined;
  /** A text from beside the headline, which the article's own text lacks. */
  standfirst: string | null;
  /** Where the text is from if it is not the page's own. */
  textFrom: 'feed' | 'summary' | undefined;
}

/** The names of the elements `<meta name content>` with the facts. */
export const DECLARED = {
  author: 'gazette:author',
  published: 'gazette:published',
  image: 'gazette:image',
  standfirst: 'gazette:standfirst',
  text: 'gazette:text',
} as const;

/** Reads the facts that a capture put into the head of its snapshot. */
export function readDeclaredFacts(document: Document): DeclaredFacts {
  const head = findBelow(document, ({ name }) => name === 'head');
  const metas = head === undefined ? [] : childrenOf(head).filter(({ name }) => name === 'meta');
  const contents = (name: string) =>
    metas.filter((meta) => attribute(meta, 'name') === name).map((meta) => attribute(meta, 'content'));
  const text = contents(DECLARED.text)[0];
  return {
    authors: contents(DECLARED.author).filter((name) => name !== ''),
    published: readDatetime(contents(DECLARED.published)[0] ?? ''),
    image: contents(DECLARED.image)[0],
    standfirst: collapseSpace(contents(DECLARED.standfirst)[0] ?? '') || null,
    textFrom: text === 'feed' || text === 'summary' ? text : undefined,
  };
}
