import type { Image } from '../../article/article.ts';
import { textOf } from '../../article/block-text.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import type { Item } from '../items.ts';
import { CREDIT_LABEL, CREDIT_SEPARATOR } from './labels.ts';
import { isMaker } from './maker-elements.ts';
import { readAgencyCredit, readCredit, withoutVerb } from './read-credit.ts';
import { splitCaption } from './split-caption.ts';

/** A longer line is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 100;

/** "1 of 9", "1/9": the place of a picture in a gallery, between it and its caption. */
const GALLERY_PLACE = /^\d{1,3}\s?(?:[/／]|of|von|de|di|sur|av|z|из|з)\s?\d{1,3}$/u;

/**
 * Adds text after an image or player to it, as its caption or credit; returns false if it is neither. `role` is what the
 * page marks the text up as. Drops the place of a picture in a gallery.
 */
export function attachCaption(items: Item[], text: string, role: 'caption' | 'credit' | undefined): boolean {
  const isCaption = role !== undefined;
  takeCaptionAbove(items, text);
  const before = items.findLast(({ kind }) => kind !== 'links');
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  return (isCaption && repeatsCaption(items, text)) || addToImage(before.image, text, role);
}

function addToImage(image: Image, text: string, role: 'caption' | 'credit' | undefined): boolean {
  if (image.caption === null && GALLERY_PLACE.test(text)) return true;
  const credit = text.length <= MAX_CREDIT_UNITS ? (readCredit(text) ?? readAgencyCredit(text)) : undefined;
  if (credit !== undefined) image.credit ??= credit;
  else if ((role !== undefined || isMarkedCaption(text)) && image.caption === null) {
    const parts = splitCaption(text);
    image.caption = parts.caption;
    image.credit ??= parts.credit;
  } else if (role === 'credit' && image.credit === null && isMaker(text)) image.credit = withoutVerb(text);
  else return false;
  return true;
}

const PHOTO_LABEL =
  /^[（(]?(?:photos?|fotos?|pictures?|images?|bild(?:er)?|imagen|kuva|beeld|ảnh|фото|摄影|攝影|写真|사진)(?!\p{L})/iu;
/** A longer paragraph between a picture and its credit is text, in UTF-16 units. */
const MAX_CAPTION_UNITS = 200;

/** A short paragraph between a picture and the line "Photo: …" is its caption. */
function takeCaptionAbove(items: Item[], text: string): void {
  if (text.length > MAX_CREDIT_UNITS || !PHOTO_LABEL.test(text) || readCredit(text) === undefined) return;
  const [picture, line] = items.slice(-2);
  if (picture?.kind !== 'image' || line?.kind !== 'block' || line.block.kind !== 'paragraph') return;
  const caption = collapseSpace(textOf(line.block.spans));
  if (picture.image.caption !== null || picture.image.credit !== null || caption.length > MAX_CAPTION_UNITS) return;
  picture.image.caption = caption;
  items.pop();
}

/** A longer line is text, in UTF-16 units. */
const MAX_MARKED_UNITS = 120;
const MADE_BY = /(?:摄|攝|供图|供圖|撮影)\s*[）)]?[。.]?$/u;
const CREDIT_IN_BRACKETS = new RegExp(
  `[（(【\\[]\\s*${CREDIT_LABEL}\\s*(?:${CREDIT_SEPARATOR}|(?<=by|courtesy of|courtesy)\\s)[^（）()]{2,60}[）)】\\]]$`,
  'iu',
);

/** "The pier. Photo: Ann Lee" */
const CREDIT_AT_END = new RegExp(`[.!?。！？”"]\\s+${CREDIT_LABEL}\\s*[:：/／|]\\s*[^.。:：]{2,60}$`, 'iu');

/** Whether a line right below a picture says that it is its caption: "▲ The pier", "The pier. (Photo: Ann Lee)", "码头。林晚 摄". */
function isMarkedCaption(text: string): boolean {
  if (text.length > MAX_MARKED_UNITS) return false;
  if (/^[▲△▴]/u.test(text)) return true;
  return (
    (MADE_BY.test(text) || CREDIT_IN_BRACKETS.test(text) || CREDIT_AT_END.test(text)) &&
    splitCaption(text).credit !== null
  );
}

/** The images of a gallery before its visible caption. */
const MAX_GALLERY = 60;

/** A gallery has the caption of each image as an attribute, and shows that of the current one in one place. */
function repeatsCaption(items: readonly Item[], text: string): boolean {
  const { caption } = splitCaption(text);
  for (let at = items.length - 1; at >= Math.max(0, items.length - MAX_GALLERY); at -= 1) {
    const item = items[at];
    if (item?.kind !== 'image') return false;
    if (caption !== null && item.image.caption === caption) return true;
  }
  return false;
}
