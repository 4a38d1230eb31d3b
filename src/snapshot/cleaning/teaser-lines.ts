import { isSameSite } from '../../article/address.ts';
import type { Span } from '../../article/article.ts';
import { runsOf, textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';

/** Above this share, links are text: a list of recommended reading has one between most paragraphs. */
const MAX_SHARE = 0.2;
const MAX_UNITS = 160;
/** What may stand beside the links of a line that says nothing else. */
const BESIDE_LINKS = /^[\s/|｜·•›»>▶►,，、]*$/u;
/** A headline has at least four words, or eight ideographs. */
const HEADLINE = /^(?:\S+\s+){3,}\S+$|(?:\p{Script=Han}.*){8}/su;
const ENDS_LIKE_TEXT = /[.。:：;；,，…]$/u;
/** The page of an article, not of a topic or the whole site. */
const ARTICLE_PATH =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:[^/?#]*(?:-[^/?#]*){2}|[^/?#]*\d{4}[^/?#]*|[^/?#]*%[^/?#]*|[^/?#]+\.s?html?|(?<=\/\d{4}\/(?:\d\d\/)*)[^/?#]+)\/?(?:index\.html?)?(?:[?#]|$)/i;

/**
 * Finds the paragraphs between sentences that are only a headline of another article of the site, or several links: teasers
 * inside the text. Finds none if they are many.
 */
export function findTeaserLines(items: readonly Item[], url: string): ReadonlySet<Item> {
  const blocks = items.filter((item) => item.kind === 'block' || item.kind === 'heading');
  const teasers = new Set<Item>();
  for (const [at, item] of blocks.entries()) {
    const before = blocks[at - 1];
    if (before === undefined || !isTeaser(item, url)) continue;
    if (teasers.has(before) || endsSentence(before)) teasers.add(item);
  }
  return teasers.size <= blocks.length * MAX_SHARE ? teasers : new Set();
}

function endsSentence(item: Item): boolean {
  return item.kind === 'block' && endsWithStop(textOf(runsOf(item.block).at(-1) ?? []).trim());
}

function isTeaser(item: Item, url: string): boolean {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return false;
  const { spans } = item.block;
  if (spans.some((span) => span.href === undefined && !BESIDE_LINKS.test(span.text))) return false;
  const links = linksOf(spans);
  const [first] = links;
  const text = collapseSpace(textOf(spans));
  if (first === undefined || text.length > MAX_UNITS || ENDS_LIKE_TEXT.test(text)) return false;
  return links.length > 1 || (HEADLINE.test(text) && ARTICLE_PATH.test(first) && isSameSite(first, url));
}

/** The addresses in a paragraph; neighbours with the same one are one link in several styles. */
function linksOf(spans: readonly Span[]): string[] {
  const addresses = spans.flatMap(({ href }) => href ?? []);
  return addresses.filter((href, at) => href !== addresses[at - 1]);
}
