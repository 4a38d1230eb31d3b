import { readAgencyLine, readCredit, splitCaption } from './captions.ts';
import type { Item } from './items.ts';

/** A longer line is no credit, in UTF-16 units. */
const MOST_CREDIT = 100;

/** Gives text right behind a picture or player to it, as its caption or its credit; false where it is text. */
export function attachCaption(before: Item | undefined, text: string, isCaption: boolean): boolean {
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  const { image } = before;
  const credit = text.length <= MOST_CREDIT ? (readCredit(text) ?? readAgencyLine(text)) : undefined;
  if (credit !== undefined) image.credit ??= credit;
  else if (isCaption && image.caption === null) {
    const parts = splitCaption(text);
    image.caption = parts.caption;
    image.credit ??= parts.credit;
  } else return false;
  return true;
}
