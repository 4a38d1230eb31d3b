import type { Item } from '../items.ts';
import { readAgencyCredit, readCredit } from './read-credit.ts';
import { splitCaption } from './split-caption.ts';

/** A longer line is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 100;

/** Adds text after an image or player to it, as its caption or credit; returns false if it is neither. */
export function attachCaption(before: Item | undefined, text: string, isCaption: boolean): boolean {
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  const { image } = before;
  const credit = text.length <= MAX_CREDIT_UNITS ? (readCredit(text) ?? readAgencyCredit(text)) : undefined;
  if (credit !== undefined) image.credit ??= credit;
  else if (isCaption && image.caption === null) {
    const parts = splitCaption(text);
    image.caption = parts.caption;
    image.credit ??= parts.credit;
  } else return false;
  return true;
}
