/** A word that was typed, or several in quotes. */
export interface Token {
  text: string;
  quoted: boolean;
}

const QUOTES = [`"([^"]*)"`, `'([^']*)'`, '“([^“”]*)”', '‘([^‘’]*)’', '「([^「」]*)」', '『([^『』]*)』', '«([^«»]*)»'];
/** Words in quotes that are not wanted: the minus sign stays with them. */
const UNWANTED = '[-－−–](?:"[^"]*"|“[^“”]*”|「[^「」]*」|『[^『』]*』)';
// A quote opens at the start of a word and closes at the end of one: an apostrophe within a word is no quote.
const TOKEN = new RegExp(`(?:${QUOTES.join('|')})(?=\\s|$)|(${UNWANTED}(?=\\s|$)|\\S+)`, 'gu');

/** Splits what was typed at spaces; what stands in quotes stays together. */
export function splitTokens(typed: string): Token[] {
  return Array.from(typed.matchAll(TOKEN), (match) => {
    const word = match.at(-1);
    if (word !== undefined) return { text: word, quoted: false };
    return { text: match.slice(1).find((group) => group !== undefined) ?? '', quoted: true };
  }).filter(({ text }) => text.trim() !== '');
}

/** Tokens as one text again. */
export function joinTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text.trim()).join(' ');
}

/** Tokens as one text again that is split into the same ones, as far as there are quotes for it. */
export function quoteTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text, quoted }) => (quoted ? quote(text.trim()) : text)).join(' ');
}

/** A text in quotes, so that it stays together. */
function quote(text: string): string {
  return text.includes('"') ? `“${text.replaceAll(/[“”]/gu, '')}”` : `"${text}"`;
}
