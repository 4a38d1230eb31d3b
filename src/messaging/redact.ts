/** Replaces tokens in an error's text. */
export function redact(text: string, tokens: RegExp): string {
  return text.replace(tokens, '[token]');
}
