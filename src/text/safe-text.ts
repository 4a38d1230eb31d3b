// C0, DEL and C1 control characters control terminals; bidirectional embeddings, overrides and isolates reorder the text
// after them: https://trojansource.codes
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const LINE_BREAK = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu;

/** Makes untrusted text safe for a terminal: line breaks become `\n`, tabs become spaces, control characters are removed. */
export function toSafeText(text: string): string {
  return text.toWellFormed().replace(LINE_BREAK, '\n').replaceAll('\t', '  ').replace(CONTROL_CHARACTERS, '');
}
