import type { Args } from '../../chat/command.ts';
import { isLast, parseNumber } from '../parse-number.ts';
import { matchArgs } from './match-args.ts';
import { joinTokens, splitTokens, type Token } from './tokens.ts';

/** The typed text for each argument. */
export type GivenArgs = Readonly<Record<string, string>>;

/** Hints about which argument a word belongs to. */
export interface Hints {
  /** Whether a word is the address or id of an article. */
  namesArticle(word: string): Promise<boolean>;
  /** Whether words are in a heading of the current article. */
  namesSection(words: string): boolean;
  /** Whether a number alone is a section of the current article rather than an article of the list. */
  numberIsSection: boolean;
}

/** Assigns typed words to arguments. The order of the words matters only if they are ambiguous. */
export async function assignArgs(all: Args, typed: string, hints: Hints): Promise<GivenArgs> {
  const whole = Object.entries(all).find(([, arg]) => arg.kind === 'text' && arg.takesAll === true)?.[0];
  if (whole !== undefined) return typed.trim() === '' ? {} : { [whole]: typed.trim() };
  const args = Object.fromEntries(
    Object.entries(all).filter(([, { named, kind }]) => named !== true && kind !== 'file'),
  );
  const tokens = splitTokens(typed);
  const assigned = namesOnlyArticle(args, tokens) ? {} : await matchArgs(args, tokens);
  const names = Object.entries(args).filter(([name]) => !(name in assigned));
  if (names.some(([, { kind }]) => kind === 'article')) {
    const hasSection = names.some(([, { kind }]) => kind === 'section');
    return { ...assigned, ...(await assignArticle(tokens, hasSection, hints)) };
  }
  const [open] = [
    ...names.filter(([, arg]) => arg.kind === 'text' && arg.accepts === undefined && arg.choices === undefined),
    ...names.filter(([, { kind }]) => kind === 'text'),
    ...names,
  ];
  if (open === undefined || tokens.length === 0) return assigned;
  return { ...assigned, [open[0]]: wholeText(args, tokens, typed) };
}

/** A number alone is the article's, even if another argument takes numbers. */
function namesOnlyArticle(args: Args, tokens: readonly Token[]): boolean {
  const [only, ...others] = tokens;
  const hasArticle = Object.values(args).some(({ kind }) => kind === 'article');
  return hasArticle && only !== undefined && others.length === 0 && isNumber(only);
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

/** An article and its section as a digest numbers them: `2.1`. */
const DOTTED = /^(\d{1,3})\.(\d{1,3})$/u;

/** A section of an article in words: `2 of 1`, `the last section of the second article`. */
const SECTION_OF = /^(.{1,20}?)\s+(?:of|in|from)\s+(?:article\s+)?(.{1,20})$/iu;

/** Without an id or address, numbers and quotes show where the article ends and the section begins. */
function divide(tokens: readonly Token[], hints: Hints): GivenArgs {
  const whole = joinTokens(tokens);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return {};
  const [, article, section] = DOTTED.exec(whole.normalize('NFKC')) ?? [];
  if (article !== undefined && section !== undefined) return { article, section };
  const [, part = '', from = ''] = SECTION_OF.exec(whole) ?? [];
  if (isPosition(part) && isPosition(from)) return { article: from, section: part };
  if (tokens.length === 1 && !first.quoted && isPosition(whole))
    return hints.numberIsSection ? { section: whole } : { article: whole };
  if (hints.namesSection(whole)) return { section: whole };
  if (tokens.length > 1 && standsAlone(last)) return { article: joinTokens(tokens.slice(0, -1)), section: last.text };
  if (tokens.length > 1 && standsAlone(first)) return { article: first.text, section: joinTokens(tokens.slice(1)) };
  return { article: whole };
}

function standsAlone(token: Token): boolean {
  return token.quoted || isNumber(token);
}

function isPosition(words: string): boolean {
  return isLast(words) || parseNumber(words) !== undefined;
}

function isNumber({ text, quoted }: Token): boolean {
  return !quoted && parseNumber(text) !== undefined;
}

/** A command's only argument keeps its quotes. */
function wholeText(args: Args, tokens: readonly Token[], typed: string): string {
  return Object.keys(args).length === 1 ? typed.trim() : joinTokens(tokens);
}
