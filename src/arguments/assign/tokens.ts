/** A typed word, or several words in quotes. */
export interface Token {
  text: string;
  quoted: boolean;
  /** The separator before the next word, if it is more than a space. */
  between?: string;
}

const QUOTES = [`"([^"]*)"`, `'([^']*)'`, '“([^“”]*)”', '‘([^‘’]*)’', '「([^「」]*)」', '『([^『』]*)』', '«([^«»]*)»'];
/** Excluded words in quotes keep their minus sign. */
const UNWANTED = '[-－−–](?:"[^"]*"|“[^“”]*”|「[^「」]*」|『[^『』]*』)';
/** Chinese has no space after a comma. A Latin comma between two digits belongs to a number, or joins hours. */
const COMMA = '[，、；]|(?<!\\d),(?=\\S)|(?<=\\d),(?=[^\\d\\s])';
const END = `(?=\\s|$|${COMMA})`;
// A quote opens at the start of a word and closes at the end of one: an apostrophe inside a word is not a quote.
const TOKEN = new RegExp(
  `(?:${QUOTES.join('|')})${END}|(${UNWANTED}${END}|https?:\\/\\/[^\\s，、；]+|(?:(?!${COMMA})\\S)+)`,
  'giu',
);

/** Splits typed text at spaces and commas. Quoted words stay together. */
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

/** Joins tokens to one text. */
export function joinTokens(tokens: readonly Token[]): string {
  return join(tokens, ({ text }) => text.trim());
}

function join(tokens: readonly Token[], toText: (token: Token) => string): string {
  return tokens.map((token, at) => toText(token) + (at < tokens.length - 1 ? (token.between ?? ' ') : '')).join('');
}
