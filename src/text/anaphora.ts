import { pointsBackInChinese } from './anaphora-chinese.ts';
import { pointsBackSpaced } from './anaphora-spaced.ts';

/** Whether a text begins with a word that points back ("However", "他"), so that it reads ill without what is before it. */
export function pointsBack(text: string): boolean {
  return pointsBackInChinese(text) || pointsBackSpaced(text);
}
