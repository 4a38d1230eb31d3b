import { textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';
import { collapseSpace } from '../../text/collapse-space.ts';

const PROMOTION =
  '(?:(?:newsletter|podcast|app|subscription|whatsapp|channel|event|book|video)s?\\s+)?(?:promotion|promo|advert(?:isement)?|newsletter|podcast|sign-?up)';
/** The link with which people who use a screen reader skip a promotion: "Skip past newsletter promotion". */
const START = new RegExp(
  `^(?:(?:skip|jump)(?: past| over)?(?: the| this)? ${PROMOTION}|(?:跳过|跳過|略過)\\s?(?:热读|熱讀|播客|podcast|推荐|推薦|简报|簡報|電子報|通讯|通訊).{0,12})$`,
  'iu',
);
/** "After newsletter promotion", "End of newsletter promotion" */
const END = new RegExp(
  `^(?:(?:after|end of)(?: the| this)? ${PROMOTION}|end of (?:热读|熱讀|播客|推荐|推薦)|(?:热读|熱讀|播客|podcast|推荐|推薦|简报|簡報|電子報)\\s?(?:结尾|結尾))$`,
  'iu',
);
/** A promotion has at most this many paragraphs, headings, pictures and links. */
const MAX_ITEMS = 10;
const MAX_UNITS = 60;

/** Removes the promotions inside a text that say where they start and end. */
export function removeSkippablePromotions(items: readonly Item[]): readonly Item[] {
  if (!items.some((item) => END.test(lineOf(item)))) return items;
  const kept: Item[] = [];
  for (const item of items) {
    kept.push(item);
    if (!END.test(lineOf(item))) continue;
    const start = kept.findLastIndex((one, at) => at >= kept.length - MAX_ITEMS - 2 && START.test(lineOf(one)));
    kept.splice(start < 0 ? -1 : start);
  }
  return kept;
}

function lineOf(item: Item): string {
  if (item.kind !== 'block' || item.block.kind !== 'paragraph') return '';
  const text = textOf(item.block.spans);
  return text.length > MAX_UNITS ? '' : collapseSpace(text);
}
