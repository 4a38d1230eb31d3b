import type { Args } from '../chat/command.ts';
import { matchArgs } from './match-args.ts';
import { parseNumber } from './parse-number.ts';
import { joinTokens, quoteTokens, splitTokens, type Token } from './tokens.ts';

/** What was given for each argument, still as it was typed. */
export type GivenArgs = Readonly<Record<string, string>>;

/** What helps to tell what a word is meant for. */
export interface Hints {
  /** Whether a word can only name an article: an address, or the id of one. */
  namesArticle(word: string): Promise<boolean>;
  /** Whether words are in a heading of the article that is meant without naming it; false where none is. */
  namesSection(words: string): boolean;
  /** Whether a number alone is that article's section rather than an article. */
  numberIsSection: boolean;
}

/** Finds out which words are meant for which argument, in whatever order they were typed as far as that is certain. */
export async function assignArgs(all: Args, typed: string, hints: Hints): Promise<GivenArgs> {
  const args = Object.fromEntries(Object.entries(all).filter(([, { named }]) => named !== true));
  const tokens = splitTokens(typed);
  const given = await matchArgs(args, tokens);
  const names = Object.entries(args).filter(([name]) => !(name in given));
  if (names.some(([, { kind }]) => kind === 'article')) {
    const hasSection = names.some(([, { kind }]) => kind === 'section');
    return { ...given, ...(await assignArticle(tokens, hasSection, hints)) };
  }
  const [open] = [
    ...names.filter(([, arg]) => arg.kind === 'text' && arg.accepts === undefined && arg.choices === undefined),
    ...names.filter(([, { kind }]) => kind === 'text'),
    ...names,
  ];
  if (open === undefined || tokens.length === 0) return given;
  const [name, arg] = open;
  const keepsQuotes = arg.kind === 'text' && arg.many === true;
  return { ...given, [name]: keepsQuotes ? quoteTokens(tokens) : wholeText(args, tokens, typed) };
}

async function assignArticle(tokens: Token[], hasSection: boolean, hints: Hints): Promise<GivenArgs> {
  const at = await findNamed(tokens, hints);
  if (at >= 0) {
    const [named] = tokens.splice(at, 1);
    return { article: named?.text ?? '', ...(tokens.length > 0 && { section: joinTokens(tokens) }) };
  }
  if (tokens.length === 0) return {};
  return hasSection ? divide(tokens, hints) : { article: joinTokens(tokens) };
}

async function findNamed(tokens: readonly Token[], hints: Hints): Promise<number> {
  for (const [index, { text }] of tokens.entries()) if (await hints.namesArticle(text)) return index;
  return -1;
}

/** Neither an id nor an address among them: numbers and quotes tell where the article ends and the section begins. */
function divide(tokens: readonly Token[], hints: Hints): GivenArgs {
  const whole = joinTokens(tokens);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return {};
  if (tokens.length === 1 && isNumber(first)) return hints.numberIsSection ? { section: whole } : { article: whole };
  if (hints.namesSection(whole)) return { section: whole };
  if (tokens.length > 1 && standsAlone(last)) return { article: joinTokens(tokens.slice(0, -1)), section: last.text };
  if (tokens.length > 1 && standsAlone(first)) return { article: first.text, section: joinTokens(tokens.slice(1)) };
  return { article: whole };
}

function standsAlone(token: Token): boolean {
  return token.quoted || isNumber(token);
}

function isNumber({ text, quoted }: Token): boolean {
  return !quoted && parseNumber(text) !== undefined;
}

/** A command's only argument is taken as it was typed, quotes and all. */
function wholeText(args: Args, tokens: readonly Token[], typed: string): string {
  return Object.keys(args).length === 1 ? typed.trim() : joinTokens(tokens);
}
