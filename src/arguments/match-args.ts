import type { Arg, Args } from '../chat/command.ts';
import { parseChoice } from './parse-choice.ts';
import { parseNumber } from './parse-number.ts';
import { joinTokens, type Token } from './tokens.ts';

/** What can only be meant as a number, even one that is of no use: the caller is told so. */
const NUMBER_LIKE = /^[-−+]?\d+(?:[.,]\d+)?$/u;
/** What people write as several words has at most so many: `mon to fri`, `half past eight in the evening`. */
const MAX_WORDS = 6;
/** What stands behind a word and is no part of it. */
const STOPS = /(?<=.)[,，、;；。!！]+$/u;

/**
 * Takes the words that could only be meant for one argument, whatever stands between them, out of the tokens; gives them by
 * argument. Earlier arguments choose first, but those last whose words may be listed with others; more words in a row go
 * before fewer, and later ones before earlier ones.
 */
export async function matchArgs(args: Args, tokens: Token[]): Promise<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const [name, arg] of Object.entries(args).toSorted(([, one], [, other]) => rankOf(one) - rankOf(other))) {
    const taken = arg.kind === 'text' && arg.many === true ? await takeAll(arg, tokens) : await takeLast(arg, tokens);
    if (taken.length > 0) given[name] = joinTokens(taken);
  }
  return given;
}

/** How many words in a row may belong together, the most first, where there are so many. */
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

/** Whether words belong to others that a comma joins them to. */
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

/** How many of the first words are meant for an argument; 0 where none are. */
async function firstRun(arg: Arg, tokens: readonly Token[]): Promise<number> {
  for (const size of adjacentTokens(tokens.length)) if (await accepts(arg, tokens.slice(0, size))) return size;
  return 0;
}

/** What belongs together as it was typed: of `下午3点、5点`, the part of the day holds for both. */
function toOne(tokens: readonly Token[]): Token {
  const text = joinTokens(tokens.map((token) => ({ ...token, text: token.text.replace(STOPS, '') })));
  return { text, quoted: false };
}

async function accepts(arg: Arg, tokens: readonly Token[]): Promise<boolean> {
  return !tokens.some(({ quoted }) => quoted) && (await isEvident(arg, joinTokens(tokens).replace(STOPS, '')));
}

/** Choices and whole numbers are known by themselves, other words where the argument knows them. */
async function isEvident(arg: Arg, words: string): Promise<boolean> {
  if (arg.kind === 'integer') return parseNumber(words) !== undefined || NUMBER_LIKE.test(words.normalize('NFKC'));
  if (arg.kind !== 'text') return false;
  return (arg.choices !== undefined && parseChoice(arg, words) !== undefined) || (await arg.accepts?.(words)) === true;
}
