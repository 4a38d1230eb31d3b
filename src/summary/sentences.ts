import { countGraphemes } from '../text/graphemes.ts';
import { findInsideQuotation, startsUnclosedQuotation } from '../text/quotations.ts';
import { splitSentences } from '../text/sentences/split-sentences.ts';
import { isBoilerplateLine, isPublicationNote } from './boilerplate-lines.ts';
import { isCaptionLine } from './caption-lines.ts';
import { withoutDateline } from './dateline.ts';

const MAX_PARAGRAPH_UNITS = 4000;
/** The letters and spaces that are worth one ideograph. */
const LETTERS_PER_IDEOGRAPH = 3.2;
const SCRIPT_SAMPLE_UNITS = 60;

/** A sentence of a text without its boilerplate. */
export interface Sentence {
  text: string;
  /** The whole paragraph, as it was. */
  paragraph: string;
  graphemes: number;
  /** The amount of information, in ideographs: one is worth about three letters. */
  weight: number;
  /** Starts inside a quotation, or starts one without ending it. */
  isInsideQuotation: boolean;
}

/**
 * The first `max` sentences or a few more, up to the end of a paragraph, without datelines, captions, bylines and notes on
 * the publication. Reads no further than it needs.
 */
export function readSentences(paragraphs: readonly string[], max: number): Sentence[] {
  const read: Sentence[] = [];
  for (const paragraph of paragraphs) {
    if (read.length >= max) break;
    if (isPublicationNote(paragraph)) continue;
    const texts = textsOf(paragraph);
    const inside = findInsideQuotation(texts);
    for (const [at, text] of texts.entries()) {
      if (!isBoilerplateLine(text))
        read.push(measure(text, paragraph, inside.has(at) || startsUnclosedQuotation(text)));
    }
  }
  return read;
}

/** The sentences of a paragraph; of a very long one, those at its start. */
function textsOf(paragraph: string): string[] {
  const start = paragraph.slice(0, MAX_PARAGRAPH_UNITS);
  const texts = splitSentences(withoutDateline(withoutCaptions(start)));
  return start.length < paragraph.length && texts.length > 1 ? texts.slice(0, -1) : texts;
}

function withoutCaptions(paragraph: string): string {
  if (!paragraph.includes('\n')) return isCaptionLine(paragraph) ? '' : paragraph;
  return paragraph
    .split('\n')
    .filter((line) => !isCaptionLine(line))
    .join('\n');
}

function measure(text: string, paragraph: string, isInsideQuotation: boolean): Sentence {
  const graphemes = countGraphemes(text);
  const weight = isIdeographic(text) ? graphemes : graphemes / LETTERS_PER_IDEOGRAPH;
  return { text, paragraph, graphemes, weight, isInsideQuotation };
}

/** Whether over a third of the start of a text is kana and ideographs. */
function isIdeographic(text: string): boolean {
  const length = Math.min(text.length, SCRIPT_SAMPLE_UNITS);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) count += 1;
  }
  return count > length / 3;
}
