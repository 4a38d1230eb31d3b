import { collapseSpace } from '../../text/collapse-space.ts';
import { isNode, type LdNode, toList, typesOf } from './json-ld.ts';
import { plainText } from './plain-text.ts';

/** What the JSON-LD of a page says of its article: https://schema.org/Article */
export interface LdArticle {
  headline: string | undefined;
  authors: string[];
  published: string | undefined;
  description: string | undefined;
  /** The whole text without markup, or a part of it. */
  body: string | undefined;
  image: string | undefined;
  language: string | undefined;
}

const ARTICLE = /(?:Article|BlogPosting|Report|Posting|Review|AnalysisNewsArticle|Recipe|OpEd)$/;
const PAGE = /(?:WebPage|ItemPage|CreativeWork|VideoObject)$/;

/** The article among the nodes of a page; undefined if none of them is one. */
export function findLdArticle(nodes: readonly LdNode[]): LdArticle | undefined {
  const isOf = (kind: RegExp) => (node: LdNode) => typesOf(node).some((type) => kind.test(type));
  const articles = nodes.filter(isOf(ARTICLE));
  const node = articles.find((one) => hasAny(one, ['author', 'datePublished', 'articleBody'])) ?? articles[0];
  const page = nodes.filter(isOf(PAGE)).find((one) => hasAny(one, ['author', 'datePublished', 'headline']));
  if (node === undefined) return page && toArticle(page, nodes);
  const own = toArticle(node, nodes);
  // Some sites describe one article in several nodes.
  const others = articles.filter((one) => one !== node && isSame(one, node)).map((one) => toArticle(one, nodes));
  return others.reduce(merge, own);
}

function hasAny(node: LdNode, names: readonly string[]): boolean {
  return names.some((name) => toList(node[name]).length > 0);
}

function isSame(one: LdNode, other: LdNode): boolean {
  const headline = textOf(one['headline']);
  return headline === undefined || headline === textOf(other['headline']);
}

function merge(one: LdArticle, other: LdArticle): LdArticle {
  return {
    headline: one.headline ?? other.headline,
    authors: one.authors.length > 0 ? one.authors : other.authors,
    published: one.published ?? other.published,
    description: one.description ?? other.description,
    body: (one.body ?? '').length >= (other.body ?? '').length ? one.body : other.body,
    image: one.image ?? other.image,
    language: one.language ?? other.language,
  };
}

function toArticle(node: LdNode, nodes: readonly LdNode[]): LdArticle {
  const named = namesOf(node['author'], nodes);
  return {
    headline: textOf(node['headline']) ?? textOf(node['name']),
    authors: named.length > 0 ? named : namesOf(node['creator'], nodes),
    published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
    description: textOf(node['description']),
    body: bodyOf(node),
    image: addressOf(node['image'], nodes) ?? addressOf(node['thumbnailUrl'], nodes),
    language:
      textOf(node['inLanguage']) ??
      (isNode(node['inLanguage']) ? textOf(node['inLanguage']['alternateName']) : undefined),
  };
}

function textOf(value: unknown): string | undefined {
  const [first] = toList(value);
  const plain = isNode(first) ? first['@value'] : first;
  const text = typeof plain === 'string' ? plainText(plain) : '';
  return text === '' ? undefined : text;
}

/** Keeps the line breaks, which may be the only borders of paragraphs. */
function bodyOf(node: LdNode): string | undefined {
  const parts = [...toList(node['articleBody']), ...toList(node['text'])].filter((part) => typeof part === 'string');
  const text = parts.join('\n\n').trim();
  return text === '' ? undefined : text;
}

/** A node that is only a reference, with the node that it refers to. */
function resolve(value: unknown, nodes: readonly LdNode[]): unknown {
  if (!isNode(value) || value['name'] !== undefined || value['url'] !== undefined) return value;
  const id = value['@id'];
  if (typeof id !== 'string') return value;
  return nodes.find((node) => node['@id'] === id && node !== value && Object.keys(node).length > 1) ?? value;
}

const MAX_AUTHORS = 50;

function namesOf(value: unknown, nodes: readonly LdNode[]): string[] {
  return toList(value)
    .slice(0, MAX_AUTHORS)
    .map((one) => resolve(one, nodes))
    .flatMap((one) => (isNode(one) ? personNames(one) : [one]))
    .flatMap((name) => (typeof name === 'string' ? collapseSpace(plainText(name)) : []))
    .filter((name) => name !== '');
}

function personNames(person: LdNode): unknown[] {
  const names = toList(person['name']).flatMap((name) => (isNode(name) ? [name['name'] ?? name['@value']] : [name]));
  if (names.some((name) => typeof name === 'string' && name.trim() !== '')) return names;
  const parts = [person['givenName'], person['familyName']].filter((part) => typeof part === 'string');
  return parts.length > 0 ? [parts.join(' ')] : [];
}

function addressOf(value: unknown, nodes: readonly LdNode[]): string | undefined {
  const [first] = toList(value);
  const found = resolve(first, nodes);
  if (typeof found === 'string') return found.trim() || undefined;
  if (!isNode(found)) return undefined;
  return [found['url'], found['contentUrl'], found['@id']]
    .flatMap((one) => toList(one))
    .find((one) => typeof one === 'string');
}
