import type { Link, Span } from '../../article/article.ts';
import { runsOf, textOf } from '../../article/block-text.ts';
import { append, type Item } from '../../html/items.ts';
import { linksInSpans } from '../../html/links.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { isDateLine } from '../../text/date-lines.ts';
import { pattern, patternSource } from '../../text/pattern.ts';
import { findTeaserLines } from './teaser-lines.ts';

const RELATED_HEADING = pattern('iu')`
  ^[■●◆▼▽□◇\s]*(?:
    标签|標籤|关键词|关键字|关键词语|tags|filed under|labels|posted in|相关(?:阅读|报道|文章|新闻|链接|内容|图集|视频)|延伸阅读
    |更多(?:阅读|报道|文章|新闻|内容)|推荐阅读|往期(?:推荐|精选|回顾|文章)|精彩(?:推荐|回顾)|热门(?:文章|新闻|推荐)|猜你喜欢|相關(?:閱讀|報導|文章|新聞)|延伸閱讀
    |関連(?:記事|ニュース|キーワード|リンク)|おすすめ(?:情報|記事)?|記事一覧|あわせて読みたい
    |(?:
      you (?:may|might) also (?:like|be interested in)
      |related (?:articles?|stories|content|posts?|news|topics?|links?|coverage)
      |more (?:great .{2,20} )?(?:stories|from .{2,30}|on this(?: story)?|news|coverage|like this)
      |read (?:more|also|next)|see also|also read|further reading|recommended(?: for you| reading)?
      |most (?:read|popular|viewed)|trending(?: now)?|don[’']t miss|explore more on these topics
      |latest (?:news|stories)|just in|popular (?:now|stories)|lire aussi|à lire aussi|sur le même sujet
      |mehr zum thema|lesen sie auch|leer también|te puede interesar|más (?:información|noticias)|leggi anche
      |baca juga|xem thêm|tin liên quan|читайте также|เรื่องที่เกี่ยวข้อง|관련기사
    )
  )[\s:：.…»›|/]*$
`;

const RELATED_LABEL = patternSource`
  (?:
    相关(?:阅读|报道|文章|新闻|链接)|延伸阅读|延伸閱讀|相關(?:閱讀|報導|文章|新聞)|推荐阅读|推薦閱讀|往期(?:推荐|精选|回顾)|更多阅读|另请参阅|阅读更多|閱讀更多|点击阅读
    |関連(?:記事|ニュース)|あわせて読みたい|관련\s?기사|related(?: (?:article|story|stories|news|post|reading|coverage))?
    |read(?: more| also| next|(?=\s*[:：]))|(?:see|also|also) (?:also|read|see|watch)|more on this|further reading
    |don[’']t miss|recommended|watch
    |(?:article réservé à nos abonnés )?(?:lire aussi|à lire(?: aussi)?|lire également)|mehr zum thema
    |mehr dazu|lesen sie (?:auch|mehr)|auch interessant|le(?:a|e|er) (?:también|más|además)|ver también
    |te puede interesar|leia (?:também|mais)|veja também|leggi anche|lees ook|läs (?:också|mer|även)
    |les (?:også|mer)|læs også|lue myös|baca juga|xem thêm|czytaj (?:także|też|więcej|również)
    |(?:zobacz|przeczytaj|sprawdź) (?:także|też|również)|čtěte (?:také|více)|prečítajte si|olvassa el
    |citește și|taip pat skaitykite|skaitykite (?:daugiau|taip pat)|sjá einnig|lesa meira|pročitajte (?:i|još|također)|preberite (?:tudi|še)|loe (?:ka|veel)|lasi arī|lasiet arī|вижте (?:още|също)|прочетете (?:още|също)|прочитајте (?:и|још)|llegiu també|lexo (?:edhe|më shumë)
    |читайте (?:также|також|ещё)|читай(?:те)? (?:также|також)|дивіться також|по теме|за темою
    |διαβάστε (?:επίσης|ακόμη)|ayrıca (?:oku|bkz)\S*|[iİ]lginizi çekebilir|bunlar da ilginizi çekebilir
    |[iİ]lg[iİ]l[iİ] haber(?:ler)?|更多(?:报道|報導|内容|详情)?(?:详见|詳見|请见|請見|请看)|اقرأ أيضا[ً]?|קראו (?:עוד|גם)
    |עוד בנושא|یہ بھی پڑھیں|(?:यह|ये) भी (?:पढ़ें|देखें)|हेही वाचा|আরও পড়ুন|மேலும் படிக்க
    |อ่าน(?:ข่าว)?เพิ่มเติม|بیشتر بخوانید|להרחבה|ಇದನ್ನೂ ಓದಿ|soma pia|baca lagi|แท็ก|อ่านต่อ|ข่าวที่เกี่ยวข้อง
    |kapcsolódó cikk(?:ek)?|související|súvisiace|σχετικά (?:άρθρα|νέα)|دیگر خبریں|مطالب مرتبط|مواضيع ذات صلة
    |أخبار ذات صلة|כתבות נוספות|powiązane
  )
`;
const RELATED_PREFIX = new RegExp(
  `^[\\s【[▶►➤→»>*•■●◆▼]*${RELATED_LABEL}\\s*(?:[】\\]]\\s*[:：]?|[:：|｜»›>→—–-]|$)\\s*`,
  'iu',
);

/** Whether a line is only a heading of related links, such as "See also". */
export function isRelatedHeading(text: string): boolean {
  const line = collapseSpace(text);
  return (
    line.length <= 60 &&
    (RELATED_HEADING.test(line) || (RELATED_PREFIX.test(line) && line.replace(RELATED_PREFIX, '') === ''))
  );
}

/**
 * Extracts related links from the text: several consecutive lines, quotes and headings that consist of links, those after a
 * heading such as "See also", and teasers of other articles. `url` is the address of the article.
 */
export function extractRelatedLinks(items: readonly Item[], url: string): Item[] {
  const teasers = findTeaserLines(items, url);
  const result: Item[] = [];
  let index = 0;
  while (index < items.length) {
    const run = linkRun(items, index, teasers);
    if (run.length > 0) result.push({ kind: 'related', links: run.links.map(withoutLabel) });
    const item = items[index];
    if (run.length === 0 && item) result.push(item);
    index += Math.max(1, run.length);
  }
  return result;
}

/** A link without the label in its text: "RELATED: Boats of the north". */
function withoutLabel(link: Link): Link {
  const bare = link.text.replace(RELATED_PREFIX, '').replace(POINTER, '').replace(ARROWS, '').trim();
  const text = /^\s*[【[]/u.test(link.text) && !/[【[]/u.test(bare) ? bare.replace(/[】\]]\s*$/u, '') : bare;
  return text === '' || text === link.text ? link : { ...link, text };
}

interface LinkRun {
  /** The number of items in it. */
  length: number;
  links: Link[];
}

const NO_RUN: LinkRun = { length: 0, links: [] };
/** This many consecutive links are related links even without a heading. */
const MIN_UNANNOUNCED_LINKS = 3;

function linkRun(items: readonly Item[], from: number, teasers: ReadonlySet<Item>): LinkRun {
  const first = items[from];
  if (!first || first.kind === 'image' || first.kind === 'media' || first.kind === 'related' || first.kind === 'links')
    return NO_RUN;
  const hasHeading = isRelatedHeading(lineOf(first));
  const links: Link[] = [];
  let count = 0;
  let index = hasHeading ? from + 1 : from;
  let end = index;
  for (; index < items.length; index += 1) {
    const found = linksIn(items[index]);
    if (found) {
      count += found.length;
      append(links, found);
      end = index + 1;
    } else if (hasHeading && isRelatedHeading(lineOf(items[index]))) end = index + 1;
    else if (!isTeaserPart(items[index])) break;
  }
  const isRun = hasHeading
    ? count > 0 || end >= items.length
    : count >= MIN_UNANNOUNCED_LINKS || (count > 0 && (teasers.has(first) || isSingleRelated(first)));
  return isRun ? { length: end - from, links } : NO_RUN;
}

/** Whether a single link is a related link: a quote that is only a link, or "Read more: …". */
function isSingleRelated(item: Item): boolean {
  if (item.kind === 'heading') return RELATED_PREFIX.test(lineOf(item));
  if (item.kind !== 'block' || item.block.kind === 'code') return false;
  if (isTurningPage(lineOf(item))) return true;
  if (item.block.kind === 'quote' || POINTER.test(lineOf(item)) || RELATED_PREFIX.test(lineOf(item))) return true;
  const spans = runsOf(item.block).flat();
  const hasLink = spans.some(({ href }) => href !== undefined);
  const isWord = ({ href, text }: Span) => href === undefined && /[\p{L}\p{N}]/u.test(text);
  return spans.some((span) => isWord(span) && !(hasLink && isDateLine(span.text)));
}

/** "« Older post  Newer post »": the links to the pages before and after. */
function isTurningPage(line: string): boolean {
  return /^\s*[«‹←⟵]/u.test(line) || /[»›→⟶]\s*$/u.test(line);
}

/** An arrow or a hand in front of a link. */
const POINTER = /^\s*(?:[▶►➤→»☞⏩«‹←⟵]|👉)/u;
const ARROWS = /\s*[↓→»›▶►⬇]+\s*$/u;

function lineOf(item: Item | undefined): string {
  if (item === undefined) return '';
  if (item.kind === 'heading') return item.title ?? '';
  return item.kind === 'block' && item.block.kind === 'paragraph' ? textOf(item.block.spans) : '';
}

/** The image or the date of a teaser. */
function isTeaserPart(item: Item | undefined): boolean {
  return item?.kind === 'image' || item?.kind === 'links' || isDateLine(lineOf(item));
}

/** The links of an item that consists of links only; otherwise undefined. */
function linksIn(item: Item | undefined): Link[] | undefined {
  if (item?.kind === 'related') return item.links;
  if (item?.kind === 'heading') return onlyLinks([item.spans]);
  if (item?.kind !== 'block' || item.block.kind === 'code' || item.block.kind === 'table') return undefined;
  return item.block.kind === 'paragraph' && isSentenceOfLinks(item.block.spans)
    ? undefined
    : onlyLinks(runsOf(item.block));
}

/** Whether several links are the words of a sentence, with its stop behind the last one. */
function isSentenceOfLinks(spans: readonly Span[]): boolean {
  const last = spans.at(-1);
  return last !== undefined && last.href === undefined && spans.length > 2 && /^[.。!！?？]$/u.test(last.text.trim());
}

/** "READ THE STORY HERE |", in any language. */
const LABEL_AND_BAR = /^[\p{L}\s]{3,40}\s*[|｜]\s*$/u;

function onlyLinks(runs: readonly (readonly Span[])[]): Link[] | undefined {
  const spans = runs.flat();
  if (spans.every((span) => span.href === undefined)) return undefined;
  const words = spans.filter((span) => /[\p{L}\p{N}]/u.test(span.text));
  const unlinked = words
    .filter((span) => span.href === undefined)
    .map((span) => span.text)
    .join(' ');
  if (
    words.length === 0 ||
    (unlinked !== '' && !isRelatedHeading(unlinked) && !LABEL_AND_BAR.test(unlinked) && !isDateLine(unlinked))
  )
    return undefined;
  const links = linksInSpans(spans, 'related');
  return links.length > 0 ? links : undefined;
}
