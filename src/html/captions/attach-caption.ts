import type { Item } from '../items.ts';
import { readAgencyCredit, readCredit } from './read-credit.ts';
import { splitCaption } from './split-caption.ts';

/** A longer line is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 100;

/** Adds text after an image or player to it, as its caption or credit; returns false if it is neither. */
export function attachCaption(items: readonly Item[], text: string, isCaption: boolean): boolean {
  const before = items.at(-1);
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  const { image } = before;
  if (isCaption && repeatsCaption(items, text)) return true;
  const credit = text.length <= MAX_CREDIT_UNITS ? (readCredit(text) ?? readAgencyCredit(text)) : undefined;
  if (credit !== undefined) image.credit ??= credit;
  else if (isCaption && image.caption === null) {
    const parts = splitCaption(text);
    image.caption = parts.caption;
    image.credit ??= parts.credit;
  } else return false;
  return true;
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
