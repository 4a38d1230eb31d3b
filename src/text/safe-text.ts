// C0, DEL and C1 control characters steer terminals; the embeddings, overrides and isolates of the bidirectional
// algorithm turn the writing direction of what follows: https://trojansource.codes
const STEERING = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const LINE_BREAK = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu;

/** Text of strangers as it may go to a terminal: line breaks are `\n`, tabs are spaces, what steers is gone. */
export function toSafeText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAK, '\n').replaceAll('\t', '  ').replace(STEERING, '');
}
