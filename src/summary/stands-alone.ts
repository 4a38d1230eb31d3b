import { startsWithAnaphor } from '../text/anaphora/anaphora.ts';
import { containsChineseAnaphor } from '../text/anaphora/chinese.ts';
import { hasUnbalancedQuotes } from '../text/quotations.ts';
import { endsWithStop, isQuestion } from '../text/sentences/sentence-end.ts';
import { isChineseBoilerplateLine } from './boilerplate-lines-chinese.ts';
import type { Sentence } from './sentences.ts';
import { isUnattributedQuote } from './unattributed-quote.ts';

const MIN_IDEOGRAPHIC_GRAPHEMES = 18;
const MIN_SPACED_GRAPHEMES = 30;
/** A shorter line without a stop is a heading or a caption, in ideographs. */
const MIN_LINE_WEIGHT = 30;
/** A whole sentence in quotation marks or brackets: somebody's view, or a note to the reader. */
const ENCLOSED =
  /^(?:["“「『«„][^"”」』»]*["”」』»][。.]?|(?:``|'')(?:(?!'').)*''[.]?|['‘][^'’]*[.!?]['’]|[（(][^（）()]*[。.!！?？]?[）)][。.]?)$/;
/** A line that continues in the next one. */
const CONTINUED = /[:：;；,，、]$|——$/;
/** A credit, an address, or a post on a social network. */
const CREDIT =
  /^(?:Source|Photos?|Image|Credit|Reporting|Editing|Writing)(?: by\b|:)|^By(?: \p{Lu}[\p{L}.’'-]*){2,4}$|^https?:\S+$|^@[^\s:：]{1,30}[:：]/u;
/** Scripts without stops. */
const SCRIPT_WITHOUT_STOPS = /[\u0e01-\u0eff]/;

/** Whether a text stops in the middle: of a sentence, of a quotation, or before the answer to a question. */
export function breaksOff(text: string): boolean {
  return CONTINUED.test(text) || isQuestion(text) || hasUnbalancedQuotes(text);
}

/** Whether a sentence makes a statement: it is complete, long enough, and no quotation, title, credit or note. */
export function isStatement(sentence: Sentence, title: string): boolean {
  const { text, graphemes, weight, isInsideQuotation } = sentence;
  const min = weight === graphemes ? MIN_IDEOGRAPHIC_GRAPHEMES : MIN_SPACED_GRAPHEMES;
  if (graphemes < min || isInsideQuotation || breaksOff(text) || ENCLOSED.test(text)) return false;
  if (weight < MIN_LINE_WEIGHT && !endsWithStop(text) && !SCRIPT_WITHOUT_STOPS.test(text)) return false;
  return !CREDIT.test(text) && !isChineseBoilerplateLine(text) && !isTitle(text, title);
}

/** Whether a statement can be understood without the sentence before it: nothing near its start refers back. */
export function standsAlone(text: string): boolean {
  return !startsWithAnaphor(text) && !containsChineseAnaphor(text) && !isUnattributedQuote(text);
}

/** The marks around a text that do not matter: a title may be in quotes or without a stop. */
const MARKS_AROUND = /^["'“”‘’«»„\s]{1,3}|["'“”‘’«»„.…\s]{1,3}$/gu;
const MAX_MARKS = 6;

function isTitle(text: string, title: string): boolean {
  if (Math.abs(text.length - title.length) > MAX_MARKS) return false;
  return text.replace(MARKS_AROUND, '') === title.replace(MARKS_AROUND, '');
}
