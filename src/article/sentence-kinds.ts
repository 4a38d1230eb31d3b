const QUESTION = /[?？؟]["'”’」』)）]*$/;

/** Whether a sentence asks something. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}

const QUOTES = [/[“”]/g, /[「」]/g] as const;
const STRAIGHT = /"/g;
const HAN = /[\u3400-\u9fff]/;

function countOf(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

/** Whether a quotation begins in a text and does not end in it, or the other way round. */
export function hasLoneQuote(text: string): boolean {
  if (text.includes('„')) return false;
  const marks = HAN.test(text) ? [...QUOTES, STRAIGHT] : QUOTES;
  return marks.some((mark) => countOf(text, mark) % 2 === 1);
}

/** A bracket that only begins or ends; one of each width may make a pair, as in "（A)". */
function hasLoneBracket(text: string): boolean {
  if (countOf(text, /（/g) === countOf(text, /）/g)) return false;
  return countOf(text, /[（(]/g) !== countOf(text, /[）)]/g);
}

/** Whether a quotation or a bracket only begins or ends in a text, so that its other half stands elsewhere. */
export function isHalfQuoted(text: string): boolean {
  return hasLoneQuote(text) || hasLoneBracket(text);
}
