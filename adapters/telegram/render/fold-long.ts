import { lengthOf, type Paragraph } from './paragraph.ts';

/** A text longer than this is folded, in UTF-16 units; about a screen and a half of a phone. */
const LONG = 1200;
/** So much of it is read without unfolding. */
const SHOWN = 280;

/** Folds the text of a long section behind its first paragraphs, so that a chat stays readable; a press unfolds it. */
export function foldLong(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const total = paragraphs.reduce((sum, one) => sum + lengthOf(one), 0);
  if (total <= LONG) return paragraphs;
  let shown = 0;
  let head = true;
  return paragraphs.map((one) => {
    if (head && !isBody(one)) return one;
    head = false;
    const folds = shown >= SHOWN && one.picture === undefined && one.frame !== 'pre';
    shown += lengthOf(one);
    return folds ? fold(one) : one;
  });
}

/** The heading and the line below it stand above the text. */
function isBody({ runs, tight }: Paragraph): boolean {
  return !tight && !runs.every(({ tags }) => tags.includes('b'));
}

/** Quotes cannot stand in each other: one inside is slanted. */
function fold(one: Paragraph): Paragraph {
  if (one.frame !== 'quote') return { ...one, frame: 'folded' };
  return {
    ...one,
    frame: 'folded',
    runs: one.runs.map((run) => (run.tags.includes('code') ? run : { ...run, tags: [...run.tags, 'i'] })),
  };
}
