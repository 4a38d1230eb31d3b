import { readByline, splitNames } from '../../text/bylines.ts';
import type { LdArticle } from './ld-article.ts';
import type { PageFacts } from './page-facts.ts';
import { plainText } from './plain-text.ts';

/** Names of `<meta>` that list authors, the most reliable first. */
const AUTHOR_METAS = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc.creator.name',
  'dcterms.creator',
  'dcsext.author',
  'citation_author',
  'byl',
  'article:author',
  'og:article:author',
  'article:author:name',
  'twitter:data1',
];
const MAX_AUTHORS = 30;
const MAX_UNITS = 80;

/** The authors of a page, as it names them: persons, or the outlet or agency that it gives as author. */
export function chooseAuthors(facts: PageFacts, article: LdArticle | undefined): string[] {
  const sources = [
    article?.authors ?? [],
    ...AUTHOR_METAS.map((name) => (facts.metas.get(name) ?? []).filter((content) => isFrom(name, facts, content))),
    propertyNames(facts),
    facts.links.filter(({ rel, text }) => text !== '' && /\bauthor\b/.test(rel)).map(({ text }) => text),
  ];
  const found = sources.map((names) => toNames(names));
  const persons = found.find((names) => names.length > 0 && !names.every((name) => isOutlet(name, facts)));
  return persons ?? found.find((names) => names.length > 0) ?? [];
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

function isOutlet(name: string, { metas }: PageFacts): boolean {
  const site = metas.get('og:site_name')?.[0] ?? metas.get('application-name')?.[0] ?? '';
  return site !== '' && lettersOf(site) === lettersOf(name);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function toNames(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => splitAuthors(plainText(text))).filter(isName);
  const byLetters = new Map(names.map((name) => [lettersOf(name), name]));
  return [...byLetters.values()].slice(0, MAX_AUTHORS);
}

/** One text may have several names: "By Ann Lee and Tom Roe", "Ann Lee, Tom Roe". */
function splitAuthors(text: string): string[] {
  const line = text.replace(/^(?:by|von|par|por|di|door|автор|作者|记者|記者)\s*[:：]?\s+/iu, '').slice(0, 400);
  return readByline(text) ?? splitNames(line).map((name) => name.replace(/^[-–|·\s]+|[-–|·\s]+$/gu, ''));
}

function isName(name: string): boolean {
  if (name.length > MAX_UNITS || !/\p{L}/u.test(name)) return false;
  return !/^https?:|^www\.|@|^(?:null|undefined|admin|administrator|author|staff writer)$|\.(?:html?|php)$/i.test(name);
}
