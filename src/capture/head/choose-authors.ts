import { readByline, splitNames } from '../../text/bylines.ts';
import { lettersOf } from '../text-coverage.ts';
import type { LdArticle } from './ld-article.ts';
import type { PageFacts } from './page-facts.ts';
import { plainText } from './plain-text.ts';
import { siteNames } from './site-names.ts';

/** Names of `<meta>` that list authors, the most reliable first. */
const AUTHOR_METAS = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc.creator.name',
  'dcterms.creator',
  'dcsext.author',
  'byl',
  'article:author',
  'og:article:author',
  'article:author:name',
  'twitter:data1',
];
const MAX_AUTHORS = 30;
const MAX_UNITS = 80;
/** A longer part after a comma says what the author does. */
const MAX_WORDS = 5;

/** The authors of a page. */
export interface ChosenAuthors {
  authors: string[];
  /** Whether they are only the site itself, which is what some sites give for every article. */
  isSite: boolean;
}

/** The authors of a page, as it names them: persons, or the outlet or agency that it gives as author. */
export function chooseAuthors(facts: PageFacts, article: LdArticle | undefined, host: string): ChosenAuthors {
  const sites = siteNames(facts, host);
  const isSite = (names: readonly string[]) => names.length > 0 && names.every((name) => sites.has(lettersOf(name)));
  const inText = [
    propertyNames(facts),
    facts.links.filter(({ rel, text }) => text !== '' && /\bauthor\b/.test(rel)).map(({ text }) => text),
  ].map((names) => toNames(names, sites));
  const inHead = [
    article?.authors ?? [],
    ...AUTHOR_METAS.map((name) => (facts.metas.get(name) ?? []).filter((content) => isFrom(name, facts, content))),
    (facts.metas.get('citation_author') ?? []).map((name) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')),
  ].map((names) => toNames(names, sites));
  const found = [...inHead, ...inText].filter((names) => names.length > 0);
  const chosen = found.find((names) => !isSite(names)) ?? found[0] ?? [];
  // Data for machines often names only the first of several.
  const authors = inText.find((names) => isLonger(names, chosen)) ?? chosen;
  return { authors, isSite: isSite(authors) };
}

const MAX_NAMES_IN_BYLINE = 6;

/** Whether a byline has all of these names, and more. */
function isLonger(byline: readonly string[], names: readonly string[]): boolean {
  const letters = new Set(byline.map(lettersOf));
  return (
    names.length > 0 &&
    letters.size > names.length &&
    letters.size <= MAX_NAMES_IN_BYLINE &&
    names.every((name) => letters.has(lettersOf(name)))
  );
}

/** The labels of cards on X say what their data is. */
function isFrom(meta: string, facts: PageFacts, content: string): boolean {
  if (meta !== 'twitter:data1') return true;
  const label = facts.metas.get('twitter:label1')?.[0] ?? '';
  return (
    /^(?:written by|by|author|verfasst von|geschrieben von|escrito por|écrit par|scritto da|作者)/i.test(label) &&
    content !== ''
  );
}

function propertyNames({ properties }: PageFacts): string[] {
  return properties.filter(({ name }) => name === 'author' || name === 'creator').map(({ value }) => value);
}

function toNames(texts: readonly string[], sites: ReadonlySet<string>): string[] {
  const names = texts.flatMap((text) => splitAuthors(plainText(text))).filter(isName);
  const persons = names.filter((name) => !sites.has(lettersOf(name)));
  const byLetters = new Map((persons.length > 0 ? persons : names).map((name) => [lettersOf(name), name]));
  return [...byLetters.values()].slice(0, MAX_AUTHORS);
}

/** One text may have several names: "By Ann Lee and Tom Roe", "Ann Lee, Tom Roe". */
function splitAuthors(text: string): string[] {
  const line = text.replace(/^(?:by|von|par|por|di|door|автор|作者|记者|記者)\s*[:：]?\s+/iu, '').slice(0, 400);
  const names = readByline(text) ?? splitNames(line).map((name) => name.replace(/^[-–|·\s]+|[-–|·\s]+$/gu, ''));
  return names.filter((name, at) => at === 0 || name.split(' ').length <= MAX_WORDS);
}

function isName(name: string): boolean {
  if (name.length > MAX_UNITS || !/\p{L}/u.test(name)) return false;
  return !/^https?:|^www\.|@|^(?:null|undefined|admin|administrator|author|staff writer)$|\.(?:html?|php)$/i.test(name);
}
