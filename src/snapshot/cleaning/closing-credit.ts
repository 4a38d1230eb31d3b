import { textOf } from '../../article/block-text.ts';
import { readCredit } from '../../html/captions/read-credit.ts';
import type { Item } from '../../html/items.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { pattern } from '../../text/pattern.ts';

/** A longer line is text, in UTF-16 units. */
const MAX_CREDIT_UNITS = 120;
/** "图：" is also the label of the title of a chart, which is longer than a name. */
const CHART_TITLE =
  /^[（(【[]?(?:图表?|圖表?|图片|圖片)\s?\d{0,2}\s?[:：](?=(?:.*?\p{Script=Han}){9})(?!.*(?:摄|攝|提供|供图|供圖|来源|來源)[）)】\]]?$)/u;
/** Lines after the credit: related links, a note. */
const MAX_LINES_AFTER = 2;
const OF_PICTURE = pattern('iu')`
  ^[（(【[]?\s*(?:
    photos?|photograph\w*|pictures?|images?|imag(?:en|em|es)|illustrations?|fotos?|titelbild|bild\w*
    |lead image|header image|featured image|cover image|photo credit|image credit|top photo|фото|зображення|写真
    |사진|题图|題圖|封面图?|头图|图片?来源|圖片?來源|图源|图|圖片?
  )[^:：|／/＝=]{0,24}[:：|／/＝=]
`;

/** Adds a last line such as "Photo: Harbour Press" to the first picture as its credit; a picture that has one keeps it. */
export function attachClosingCredit(items: readonly Item[]): readonly Item[] {
  const first = items.find((item) => item.kind === 'image');
  if (first?.kind !== 'image') return items;
  const blocks = items.flatMap((item, at) => (item.kind === 'block' ? [at] : [])).slice(-1 - MAX_LINES_AFTER);
  const at = blocks.findLast((index) => creditOf(items[index]) !== undefined);
  const credit = at === undefined ? undefined : creditOf(items[at]);
  if (credit === undefined) return items;
  const image = { ...first.image, credit: first.image.credit ?? credit };
  return items.flatMap((item, index) => {
    if (index === at) return [];
    return item === first ? [{ kind: 'image', image }] : [item];
  });
}

function creditOf(item: Item | undefined): string | undefined {
  if (item?.kind !== 'block' || item.block.kind !== 'paragraph') return undefined;
  const text = collapseSpace(textOf(item.block.spans));
  if (text.length > MAX_CREDIT_UNITS || !OF_PICTURE.test(text) || CHART_TITLE.test(text)) return undefined;
  return readCredit(text) ?? collapseSpace(text.replace(OF_PICTURE, ''));
}
