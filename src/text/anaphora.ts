import { startsWithChineseAnaphor } from './anaphora-chinese.ts';
import { startsWithSpacedAnaphor } from './anaphora-spaced.ts';

/** Whether a text begins with a word that points back ("However", "他"), so that it reads ill without what is before it. */
export function startsWithAnaphor(text: string): boolean {
  return startsWithChineseAnaphor(text) || startsWithSpacedAnaphor(text);
}
