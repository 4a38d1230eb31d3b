const CLOSERS = String.raw`[\s'"”’»)\]）」』]*`;
const STOP = new RegExp(`[.!?…。！？｡؟۔।॥။።៕]${CLOSERS}$`);
const QUESTION_MARK = new RegExp(`[?？؟]${CLOSERS}$`);

/** Whether a text ends like a sentence: in a stop, with or without closing quotes and brackets. */
export function endsWithStop(text: string): boolean {
  return STOP.test(text);
}

/** Whether a sentence is a question. */
export function isQuestion(sentence: string): boolean {
  return QUESTION_MARK.test(sentence);
}
