const SITE = /^(?:site:|from:)?(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:\/\S*)?$/iu;

/** Whether a word can only be meant as a site: a host, or an address on it. */
export function isSite(word: string): boolean {
  return SITE.test(word.normalize('NFKC'));
}
