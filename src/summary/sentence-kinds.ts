const QUESTION = /[?？؟][ "'”’」』)）]*$/;

/** Whether a sentence asks something. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}
