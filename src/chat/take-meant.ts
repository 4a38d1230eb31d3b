import type { Arg, Args } from './command.ts';
import { parseChoice } from './parse-choice.ts';
import { parseNumber } from './parse-number.ts';
import { joinTokens, type Token } from './tokens.ts';

/** What can only be meant as a number, even one that is of no use: the caller is told so. */
const NUMBER_LIKE = /^[-−+]?\d+(?:[.,]\d+)?$/u;
/** What people write as several words has at most so many: `mon to fri`, `8:30 pm`. */
const MOST_WORDS = 3;

/**
 * Takes the words that could only be meant for one argument, whatever stands between them, out of the tokens; gives them by
 * argument. Earlier arguments choose first; more words in a row go before fewer, and later ones before earlier ones.
 */
export function takeMeant(args: Args, tokens: Token[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, arg] of Object.entries(args)) {
    const taken = arg.kind === 'text' && arg.many === true ? takeAll(arg, tokens) : takeLast(arg, tokens);
    if (taken.length > 0) given[name] = joinTokens(taken);
  }
  return given;
}

function takeLast(arg: Arg, tokens: Token[]): Token[] {
  for (let size = MOST_WORDS; size > 0; size -= 1) {
    for (let at = tokens.length - size; at >= 0; at -= 1) {
      if (isMeant(arg, tokens.slice(at, at + size))) return tokens.splice(at, size);
    }
  }
  return [];
}

function takeAll(arg: Arg, tokens: Token[]): Token[] {
  const taken: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const size = [3, 2, 1].find((words) => at + words <= tokens.length && isMeant(arg, tokens.slice(at, at + words)));
    if (size === undefined) at += 1;
    else taken.push(...tokens.splice(at, size));
  }
  return taken;
}

function isMeant(arg: Arg, tokens: readonly Token[]): boolean {
  return !tokens.some(({ quoted }) => quoted) && isEvident(arg, joinTokens(tokens));
}

/** Choices and whole numbers are known by themselves, other words where the argument knows them. */
function isEvident(arg: Arg, words: string): boolean {
  if (arg.kind === 'integer') return parseNumber(words) !== undefined || NUMBER_LIKE.test(words.normalize('NFKC'));
  if (arg.kind !== 'text') return false;
  return (arg.choices !== undefined && parseChoice(arg, words) !== undefined) || arg.isMeant?.(words) === true;
}
