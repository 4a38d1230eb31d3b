import { attribute, type Document, type Element, findAllBelow, textBelow } from '../../html/tree/dom.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { type LdNode, readJsonLd } from './json-ld.ts';

/** What a page says of itself in its markup. Nothing of it is trusted. */
export interface PageFacts {
  /** The `lang` of `<html>`. */
  language: string | undefined;
  title: string;
  /** The texts of `<h1>`. */
  headings: string[];
  /** Contents of `<meta>` by `name`, `property` or `itemprop` in lower case, in order. */
  metas: ReadonlyMap<string, readonly string[]>;
  /** `<link>` and `<a>` with a relation. */
  links: readonly { rel: string; href: string; text: string }[];
  /** `datetime` of `<time>`, in order. */
  times: readonly TimeFact[];
  /** Elements with `itemprop`. */
  properties: readonly { name: string; value: string }[];
  jsonLd: readonly LdNode[];
}

export interface TimeFact {
  value: string;
  /** Whether the element or its names say that it is the time of publication. */
  isPublication: boolean;
}

const MAX_FACTS = 500;

/** Collects the facts of a page. Linear in the page. */
export function readPageFacts(document: Document, html: string): PageFacts {
  const elements = findAllBelow(document, isFact);
  const named = (name: string) => elements.filter((element) => element.name === name).slice(0, MAX_FACTS);
  const [root] = named('html');
  const language = root === undefined ? '' : attribute(root, 'lang') || attribute(root, 'xml:lang');
  return {
    language: language === '' ? undefined : language,
    title: firstText(named('title')),
    headings: named('h1')
      .slice(0, 5)
      .map((heading) => collapseSpace(textBelow(heading))),
    metas: toMetas(named('meta')),
    links: [...named('link'), ...named('a')]
      .filter((element) => attribute(element, 'rel') !== '')
      .map((link) => ({
        rel: attribute(link, 'rel').toLowerCase(),
        href: attribute(link, 'href'),
        text: link.name === 'a' ? collapseSpace(textBelow(link)) : '',
      })),
    times: named('time').map(toTime),
    properties: elements
      .filter((element) => attribute(element, 'itemprop') !== '')
      .slice(0, MAX_FACTS)
      .map(toProperty),
    jsonLd: readJsonLd(html),
  };
}

const NAMES: ReadonlySet<string> = new Set(['html', 'title', 'h1', 'meta', 'link', 'time']);

function isFact(element: Element): boolean {
  if (NAMES.has(element.name)) return true;
  return (element.name === 'a' && 'rel' in element.attribs) || 'itemprop' in element.attribs;
}

/** The title of the page comes first; pictures as SVG may have one too. */
function firstText(elements: readonly Element[]): string {
  const [first] = elements;
  return first === undefined ? '' : collapseSpace(textBelow(first));
}

function toMetas(elements: readonly Element[]): ReadonlyMap<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of elements) {
    const content = attribute(meta, 'content') || attribute(meta, 'value');
    if (content === '') continue;
    for (const name of ['property', 'name', 'itemprop', 'http-equiv'].map((key) =>
      attribute(meta, key).toLowerCase(),
    )) {
      if (name === '') continue;
      metas.set(name, [...(metas.get(name) ?? []), content]);
    }
  }
  return metas;
}

const PUBLICATION = /publi|date|erstell|created|posted|entry-date|timestamp/i;
const UPDATE = /modif|updat|aktualis|edited/i;

function toTime(element: Element): TimeFact {
  const names = ['itemprop', 'class', 'pubdate', 'property'].map((name) => attribute(element, name)).join(' ');
  const isMarked = PUBLICATION.test(names) || 'pubdate' in element.attribs;
  return {
    value: attribute(element, 'datetime') || collapseSpace(textBelow(element)),
    isPublication: isMarked && !UPDATE.test(names),
  };
}

function toProperty(element: Element): { name: string; value: string } {
  const value =
    attribute(element, 'content') ||
    attribute(element, 'datetime') ||
    (element.name === 'meta' || element.name === 'link'
      ? attribute(element, 'href')
      : collapseSpace(textBelow(element)));
  return { name: attribute(element, 'itemprop').toLowerCase(), value };
}
