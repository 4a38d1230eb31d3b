import { readCredit } from './captions.ts';
import type { Item } from './items.ts';

/** A longer line is no credit, in UTF-16 units. */
const MOST_CREDIT = 100;

/** Gives text right behind a picture or player to it, as its caption or its credit; false where it is text. */
export function addToVisual(before: Item | undefined, text: string, isCaption: boolean): boolean {
  if (before?.kind === 'media') {
    if (isCaption) before.media.caption ??= text;
    return isCaption;
  }
  if (before?.kind !== 'image') return false;
  const credit = text.length <= MOST_CREDIT ? readCredit(text) : undefined;
  if (credit !== undefined) before.image.credit ??= credit;
  else if (isCaption && before.image.caption === null) before.image.caption = text;
  else return false;
  return true;
}
