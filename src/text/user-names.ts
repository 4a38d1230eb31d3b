/** A name that somebody chose on a site: one word, perhaps with the host of its server. */
const USER_NAME = /^@?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_.-]{1,29}(?:@[\w-]+(?:\.[\w-]+)+)?$/u;
/** What sites put around it in an address: "5-tom77", "tom77.12". */
const NUMBER_BESIDE = /^@|^\d+-|\.\d+$/gu;

/** Whether the text of a link is the name of a user that its address has too. */
export function isUserOf(href: string, text: string): boolean {
  if (!USER_NAME.test(text)) return false;
  const name = withoutAt(text).toLowerCase();
  const parts = href.toLowerCase().split(/[/?&=#]/u);
  return parts.some((part) => part === name || part.replace(NUMBER_BESIDE, '') === name);
}

/** Whether a text can only be the name of a user: a word with a digit or an underscore in it. */
export function isUserName(text: string): boolean {
  return USER_NAME.test(text) && /^@?\p{L}.*[\d_]/u.test(text);
}

/** The name without the sign in front of it. */
export function withoutAt(name: string): string {
  return name.replace(/^@/, '');
}
