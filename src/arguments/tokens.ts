/** A word that was typed, or several in quotes. */
export interface Token {
  text: string;
  quoted: boolean;
  /** What stands between it and the next word, where that is more than a space. */
  between?: string;
}

const QUOTES = [`"([^"]*)"`, `'([^']*)'`, '“([^“”]*)”', '‘([^‘’]*)’', '「([^「」]*)」', '『([^『』]*)』', '«([^«»]*)»'];
/** Words in quotes that are not wanted: the minus sign stays with them. */
const UNWANTED = '[-－−–](?:"[^"]*"|“[^“”]*”|「[^「」]*」|『[^『』]*』)';
/** Chinese has no space behind a comma. A Latin one between two digits is part of a number, or joins hours. */
const COMMA = '[，、；]|(?<!\\d),(?=\\S)|(?<=\\d),(?=[^\\d\\s])';
const END = `(?=\\s|$|${COMMA})`;
// A quote opens at the start of a word and closes at the end of one: an apostrophe within a word is no quote.
const TOKEN = new RegExp(
  `(?:${QUOTES.join('|')})${END}|(${UNWANTED}${END}|https?:\\/\\/[^\\s，、；]+|(?:(?!${COMMA})\\S)+)`,
  'giu',
);

/** Splits what was typed at spaces and commas; what stands in quotes stays together. */
export function splitTokens(typed: string): Token[] {
  const found = [...typed.matchAll(TOKEN)];
  const tokens = found.map((match, at): Token => {
    const word = match.at(-1);
    const between = typed.slice(match.index + match[0].length, found[at + 1]?.index ?? 0).replaceAll(/\s+/gu, ' ');
    const text = word ?? match.slice(1).find((group) => group !== undefined) ?? '';
    return { text, quoted: word === undefined, ...(between !== ' ' && between !== '' && { between }) };
  });
  return tokens.filter(({ text }) => text.trim() !== '');
}

/** Tokens as one text again. */
export function joinTokens(tokens: readonly Token[]): string {
  return join(tokens, ({ text }) => text.trim());
}

/** Tokens as one text again that is split into the same ones, as far as there are quotes for it. */
export function quoteTokens(tokens: readonly Token[]): string {
  return join(tokens, ({ text, quoted }) => (quoted ? quote(text.trim()) : text));
}

function join(tokens: readonly Token[], toText: (token: Token) => string): string {
  return tokens.map((token, at) => toText(token) + (at < tokens.length - 1 ? (token.between ?? ' ') : '')).join('');
}

/** A text in quotes, so that it stays together. */
function quote(text: string): string {
  return text.includes('"') ? `“${text.replaceAll(/[“”]/gu, '')}”` : `"${text}"`;
}
