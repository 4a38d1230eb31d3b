import type { Arg, Args } from '../../chat/command.ts';
import { parseInteger } from '../parse-number.ts';
import { parseChoice } from './parse-choice.ts';
import { joinTokens, type Token } from './tokens.ts';

/** Text that can only be a number, even an invalid one, which gets an error message later. */
const NUMBER_LIKE = /^[-−+]?\d+(?:[.,]\d+)?$/u;
/** The longest phrases for one value: `mon to fri`, `half past eight in the evening`. */
const MAX_WORDS = 6;
/** Punctuation at the end of a word. */
const STOPS = /(?<=.)[,，、;；。!！]+$/u;

/**
 * Removes the tokens that only one argument accepts, and returns them by argument. Earlier arguments choose first. Longer phrases
 * win over shorter ones, and later ones over earlier ones.
 */
export async function matchArgs(args: Args, tokens: Token[]): Promise<Record<string, string>> {
  const assigned: Record<string, string> = {};
  for (const [name, arg] of Object.entries(args)) {
    const taken = await takeLast(arg, tokens);
    if (taken.length > 0) assigned[name] = joinTokens(taken);
  }
  return assigned;
}

/** The possible lengths of a phrase among so many words, longest first. */
function adjacentTokens(words: number): readonly number[] {
  const most = Math.min(MAX_WORDS, words);
  return Array.from({ length: most }, (_, fewer) => most - fewer);
}

async function takeLast(arg: Arg, tokens: Token[]): Promise<Token[]> {
  for (const size of adjacentTokens(tokens.length)) {
    for (let at = tokens.length - size; at >= 0; at -= 1) {
      if (await accepts(arg, tokens.slice(at, at + size))) return [toOne(tokens.splice(at, size))];
    }
  }
  return [];
}

/** Keeps a phrase as one token: in `下午3点、5点` the part of the day applies to both times. */
function toOne(tokens: readonly Token[]): Token {
  const text = joinTokens(tokens.map((token) => ({ ...token, text: token.text.replace(STOPS, '') })));
  return { text, quoted: false };
}

async function accepts(arg: Arg, tokens: readonly Token[]): Promise<boolean> {
  return !tokens.some(({ quoted }) => quoted) && (await isEvident(arg, joinTokens(tokens).replace(STOPS, '')));
}

/** Whether words are clearly a value of an argument: a choice, a whole number, or what its `accepts` recognizes. */
async function isEvident(arg: Arg, words: string): Promise<boolean> {
  if (arg.kind === 'integer') return parseInteger(words) !== undefined || NUMBER_LIKE.test(words.normalize('NFKC'));
  if (arg.kind !== 'text') return false;
  return (arg.choices !== undefined && parseChoice(arg, words) !== undefined) || (await arg.accepts?.(words)) === true;
}
