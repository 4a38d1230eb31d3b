import type { Link, Span } from '../article/article.ts';
import { runsOf, textOf } from '../article/block-text.ts';
import { append, type Item } from '../html/items.ts';
import { linksInSpans } from '../html/links.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { isDateLine } from './byline-and-date.ts';

const RELATED =
  /^(?:标签|標籤|关键词|关键字|关键词语|tags|filed under|labels|posted in|相关(?:阅读|报道|文章|新闻|链接|内容|图集|视频)|延伸阅读|更多(?:阅读|报道|文章|新闻|内容)|推荐阅读|热门(?:文章|新闻|推荐)|猜你喜欢|相關(?:閱讀|報導|文章|新聞)|延伸閱讀|関連(?:記事|ニュース|キーワード|リンク)|おすすめ(?:情報|記事)?|記事一覧|あわせて読みたい|(?:you (?:may|might) also (?:like|be interested in)|related (?:articles?|stories|content|posts?|news|topics?|links?|coverage)|more (?:great .{2,20} )?(?:stories|from .{2,30}|on this(?: story)?|news|coverage|like this)|read (?:more|also|next)|see also|also read|further reading|recommended(?: for you| reading)?|most (?:read|popular|viewed)|trending(?: now)?|don[’']t miss|latest (?:news|stories)|just in|popular (?:now|stories)|lire aussi|à lire aussi|sur le même sujet|mehr zum thema|lesen sie auch|leer también|te puede interesar|más (?:información|noticias)|leggi anche|baca juga|xem thêm|tin liên quan|читайте также|เรื่องที่เกี่ยวข้อง|관련기사))[\s:：.…»›|/]*$/iu;

const ANNOUNCED =
  /^(?:相关(?:阅读|报道|文章|新闻)|延伸阅读|延伸閱讀|相關(?:閱讀|報導|文章)|推荐阅读|更多阅读|read (?:more|also)|see also|also read|lire aussi|mehr zum thema)\s*[:：]/iu;

/** Whether a line only announces links to other articles. */
function announcesLinks(text: string): boolean {
  return text.length <= 60 && RELATED.test(collapseSpace(text));
}

/**
 * Takes what leads away from the article out of its text: lines, quotes and headings that are links alone, standing
 * together or behind a line that announces them, become related links.
 */
export function gatherRelatedLinks(items: readonly Item[]): Item[] {
  const gathered: Item[] = [];
  let index = 0;
  while (index < items.length) {
    const run = linkRun(items, index);
    if (run.length > 0) gathered.push({ kind: 'related', links: run.links });
    const item = items[index];
    if (run.length === 0 && item) gathered.push(item);
    index += Math.max(1, run.length);
  }
  return gathered;
}

interface Run {
  /** How many items it takes. */
  length: number;
  links: Link[];
}

const NONE: Run = { length: 0, links: [] };
/** So many lines of links in a row are no text, even unannounced. */
const TELLING = 3;

function linkRun(items: readonly Item[], from: number): Run {
  const first = items[from];
  if (!first || first.kind === 'image' || first.kind === 'media' || first.kind === 'related' || first.kind === 'links')
    return NONE;
  const announced = announcesLinks(lineOf(first));
  const links: Link[] = [];
  let lines = 0;
  let index = announced ? from + 1 : from;
  let end = index;
  for (; index < items.length; index += 1) {
    const found = linksIn(items[index]);
    if (found) {
      lines += found.length;
      append(links, found);
      end = index + 1;
    } else if (announced && announcesLinks(lineOf(items[index]))) end = index + 1;
    else if (!isBeside(items[index])) break;
  }
  const isTelling = announced ? lines > 0 || end >= items.length : lines >= TELLING || (lines > 0 && isAside(first));
  return isTelling ? { length: end - from, links } : NONE;
}

/** A quote that is a link alone leads away even where it stands by itself, and so does "Read more: …". */
function isAside(item: Item): boolean {
  if (item.kind !== 'block' || item.block.kind === 'code') return false;
  if (item.block.kind === 'quote' || ANNOUNCED.test(lineOf(item))) return true;
  return runsOf(item.block)
    .flat()
    .some((span) => span.href === undefined && /[\p{L}\p{N}]/u.test(span.text));
}

function lineOf(item: Item | undefined): string {
  if (item === undefined) return '';
  if (item.kind === 'heading') return item.title ?? '';
  return item.kind === 'block' && item.block.kind === 'paragraph' ? textOf(item.block.spans) : '';
}

/** A teaser's picture, and a date below it. */
function isBeside(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'links' || isDateLine(lineOf(item));
}

/** The links of an item that is nothing but links; undefined where it is more. */
function linksIn(item: Item | undefined): Link[] | undefined {
  if (item?.kind === 'related') return item.links;
  if (item?.kind === 'heading') return onlyLinks([item.spans]);
  if (item?.kind !== 'block' || item.block.kind === 'code' || item.block.kind === 'table') return undefined;
  return onlyLinks(runsOf(item.block));
}

function onlyLinks(runs: readonly (readonly Span[])[]): Link[] | undefined {
  const spans = runs.flat();
  const words = spans.filter((span) => /[\p{L}\p{N}]/u.test(span.text));
  const unlinked = words
    .filter((span) => span.href === undefined)
    .map((span) => span.text)
    .join(' ');
  if (words.length === 0 || (unlinked !== '' && !announcesLinks(unlinked))) return undefined;
  const links = linksInSpans(spans, 'related');
  return links.length > 0 ? links : undefined;
}
