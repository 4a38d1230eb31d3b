import { isName } from '../../text/names.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';
import { isMediaFallback } from '../boilerplate/boilerplate-text.ts';
import type { Visual } from '../items.ts';
import { isCreditText } from './agencies.ts';
import { readCredit, withoutVerb } from './read-credit.ts';
import { isBareLabel, splitCaption } from './split-caption.ts';

/** A line of text in a figure. */
export interface CaptionLine {
  text: string;
  isCredit: boolean;
  /** Whether it is in the element for captions. */
  isInCaption: boolean;
  /** The number of visuals before it. */
  visualsBefore: number;
}

/** A longer line below a caption is no credit, in UTF-16 units. */
const MAX_CREDIT_UNITS = 80;

/** "2", "1 / 5", "3 of 12" */
const COUNTER = /^\d{1,3}(?:\s*(?:[/／]|of|von|de|di|sur|av|z)\s*\d{1,3})?$/u;

/** Adds a line of a figure to one of its visuals, as its caption, credit or both; not labels, counters and fallbacks. */
export function addLine(visual: Visual, line: CaptionLine): void {
  if (isNoCaption(line.text)) return;
  const parts = partsOf(visual, line);
  if (visual.kind === 'media') {
    visual.media.caption = joinTexts(visual.media.caption, parts.caption ?? parts.credit);
    return;
  }
  visual.image.caption = joinTexts(visual.image.caption, parts.caption);
  visual.image.credit = joinTexts(visual.image.credit, parts.credit);
}

function isNoCaption(text: string): boolean {
  return COUNTER.test(text) || isBareLabel(text) || isMediaFallback(text);
}

function partsOf(visual: Visual, { text, isCredit }: CaptionLine): ReturnType<typeof splitCaption> {
  const before = visual.kind === 'image' ? visual.image.caption : null;
  if (isCredit || (before !== null && isCreditBelow(before, text))) return { caption: null, credit: bareCredit(text) };
  return splitCaption(text);
}

/** In front of the name: "Copyright Ann Lee" */
const COPYRIGHT = /^copyright\s+(?=\p{L})/iu;

/** A credit without the brackets and marks around it; null if nothing is left. */
function bareCredit(text: string): string | null {
  const marked = text.replace(COPYRIGHT, '').replace(/^[\s:：;,|｜•·/／–—-]+|[\s:：;,|｜•·/／–—-]+$/gu, '');
  const opens = /^[（(【[]/u.test(marked);
  const closes = /[）)】\]]$/u.test(marked);
  const inner = marked.slice(opens ? 1 : 0, closes ? -1 : undefined).trim();
  // Brackets inside belong to a part of it: "Ann Lee (AFP)".
  const bare = /[（(【[\]】)）]/u.test(inner) ? marked : inner;
  if (bare === '' || isBareLabel(bare)) return null;
  return readCredit(bare) ?? withoutVerb(bare);
}

/** Below a longer caption, a short line that is a name or an agency is the credit. */
function isCreditBelow(caption: string, text: string): boolean {
  if (readCredit(text) !== undefined || text.length > MAX_CREDIT_UNITS) return false;
  if (text.length >= caption.length && !endsWithStop(caption)) return false;
  return isCreditText(text) || (isName(text) && !endsWithStop(text));
}

function joinTexts(before: string | null, next: string | null): string | null {
  if (next === null || before === next) return before;
  return before === null ? next : `${before} ${next}`;
}
