import type { Arg, Args } from '../chat/command.ts';
import { parseChoice } from './parse-choice.ts';
import { parseNumber } from './parse-number.ts';
import { joinTokens, type Token } from './tokens.ts';

/** Text that can only be a number, even an invalid one, which gets an error message later. */
const NUMBER_LIKE = /^[-−+]?\d+(?:[.,]\d+)?$/u;
/** The longest phrases for one value: `mon to fri`, `half past eight in the evening`. */
const MAX_WORDS = 6;
/** Punctuation at the end of a word. */
const STOPS = /(?<=.)[,，、;；。!！]+$/u;

/**
 * Removes the tokens that only one argument accepts, and returns them by argument. Earlier arguments choose first; arguments
 * whose words may be part of a list choose last. Longer phrases win over shorter ones, and later ones over earlier ones.
 */
export async function matchArgs(args: Args, tokens: Token[]): Promise<Record<string, string>> {
  const assigned: Record<string, string> = {};
  for (const [name, arg] of Object.entries(args).toSorted(([, one], [, other]) => rankOf(one) - rankOf(other))) {
    const taken = arg.kind === 'text' && arg.many === true ? await takeAll(arg, tokens) : await takeLast(arg, tokens);
    if (taken.length > 0) assigned[name] = joinTokens(taken);
  }
  return assigned;
}

/** The possible lengths of a phrase among so many words, longest first. */
export function adjacentTokens(words: number): readonly number[] {
  const most = Math.min(MAX_WORDS, words);
  return Array.from({ length: most }, (_, fewer) => most - fewer);
}

async function takeLast(arg: Arg, tokens: Token[]): Promise<Token[]> {
  for (const size of adjacentTokens(tokens.length)) {
    for (let at = tokens.length - size; at >= 0; at -= 1) {
      if (isListed(arg, tokens, { at, size })) continue;
      if (await accepts(arg, tokens.slice(at, at + size))) return [toOne(tokens.splice(at, size))];
    }
  }
  return [];
}

function rankOf(arg: Arg): number {
  return Number(arg.kind === 'text' && arg.mayBeListed !== undefined);
}

/** Whether words are part of a list that a comma joins. */
function isListed(arg: Arg, tokens: readonly Token[], { at, size }: { at: number; size: number }): boolean {
  const end = at + size;
  const isJoined =
    tokens[at - 1]?.between !== undefined || (end < tokens.length && tokens[end - 1]?.between !== undefined);
  if (!isJoined || arg.kind !== 'text') return false;
  return arg.mayBeListed?.(joinTokens(tokens.slice(at, end))) === true;
}

async function takeAll(arg: Arg, tokens: Token[]): Promise<Token[]> {
  const taken: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const size = await firstRun(arg, tokens.slice(at, at + MAX_WORDS));
    if (size === 0) at += 1;
    else taken.push(toOne(tokens.splice(at, size)));
  }
  return taken;
}

/** How many of the first words an argument accepts. */
async function firstRun(arg: Arg, tokens: readonly Token[]): Promise<number> {
  for (const size of adjacentTokens(tokens.length)) if (await accepts(arg, tokens.slice(0, size))) return size;
  return 0;
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
  if (arg.kind === 'integer') return parseNumber(words) !== undefined || NUMBER_LIKE.test(words.normalize('NFKC'));
  if (arg.kind !== 'text') return false;
  return (arg.choices !== undefined && parseChoice(arg, words) !== undefined) || (await arg.accepts?.(words)) === true;
}
