/** The name and password in an address: they end at the last `@` before its path. */
const CREDENTIALS = /([a-z][a-z0-9+.-]*:\/\/)[^\s/?#]+@/gi;

/** Replaces names and passwords in the addresses of a text. */
export function redactCredentials(text: string): string {
  return text.replace(CREDENTIALS, '$1[password]@');
}
