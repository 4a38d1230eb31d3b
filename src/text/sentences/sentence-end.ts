const QUESTION_MARKS = '?？؟';
const STOPS = `.!…。！｡۔।॥။።៕${QUESTION_MARKS}`;
const CLOSERS = '\'"”’»)]）」』';

/** The last character of a text that is no closing quote, bracket or white space; a space if there is none. */
function lastMark(text: string): string {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const mark = text.charAt(at);
    if (!CLOSERS.includes(mark) && mark.trim() !== '') return mark;
  }
  return ' ';
}

/** Whether a text ends like a sentence: in a stop, with or without closing quotes and brackets. */
export function endsWithStop(text: string): boolean {
  return STOPS.includes(lastMark(text));
}

/** Whether a sentence is a question. */
export function isQuestion(sentence: string): boolean {
  return QUESTION_MARKS.includes(lastMark(sentence));
}
