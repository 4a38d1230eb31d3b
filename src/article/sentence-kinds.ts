const QUESTION = /[?？؟]["'”’」』)）]*$/;

/** Whether a sentence asks something. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}

const PAIRS = ['“”', '「」', '（）'] as const;

/** Whether a quotation or a bracket only begins or ends in a text, so that its other half stands elsewhere. */
export function isHalfQuoted(text: string): boolean {
  if (text.includes('„')) return false;
  return PAIRS.some(([open = '', close = '']) => text.split(open).length !== text.split(close).length);
}
