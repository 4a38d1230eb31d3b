import { tagsOf } from './html.ts';
import { lengthOf, type Paragraph } from './paragraph.ts';

/** A longer text is folded, in UTF-16 units; about a screen and a half of a phone. */
const MAX_UNFOLDED = 1200;
/** The length of the beginning that stays visible. */
const VISIBLE = 280;

/** Folds a long section after its first paragraphs, so that a chat stays readable; a press expands it. */
export function foldLong(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const total = paragraphs.reduce((sum, each) => sum + lengthOf(each), 0);
  if (total <= MAX_UNFOLDED) return paragraphs;
  let visible = 0;
  let isHead = true;
  return paragraphs.map((current) => {
    if (isHead && !isBody(current)) return current;
    isHead = false;
    const folds = visible >= VISIBLE && current.picture === undefined && current.frame !== 'pre';
    visible += lengthOf(current);
    return folds ? fold(current) : current;
  });
}

/** The heading and the line below it are above the text. */
function isBody(paragraph: Paragraph): boolean {
  return !paragraph.tight && !paragraph.runs.every((run) => tagsOf(run, paragraph).includes('b'));
}

/** Telegram does not nest quotes: a quote inside the folded text is in italics. */
function fold(paragraph: Paragraph): Paragraph {
  const italics = paragraph.frame === 'quote' ? ({ around: 'emphasis' } as const) : {};
  return { ...paragraph, frame: 'folded', ...italics };
}
