import type { Article } from '../article/article.ts';
import type { AttachedFile } from '../chat/attached-file.ts';
import type { Arg, Args, Command, Values } from '../chat/command.ts';
import { articleNamed, isAddress, type Lookup } from '../chat/lookup.ts';
import type { CommandRequest } from '../chat/request.ts';
import { UsageError } from '../chat/usage-error.ts';
import { localName } from '../locales/local-name.ts';
import { assertOneChoice } from './assign/assert-one-choice.ts';
import { assignArgs, type GivenArgs, type Hints } from './assign/assign-args.ts';
import { extractIds } from './assign/extract-ids.ts';
import { parseChoice } from './assign/parse-choice.ts';
import { splitHeading } from './assign/split-heading.ts';
import { askForArticle, findArticle } from './find/find-article.ts';
import { askForSection, findSection } from './find/find-section.ts';
import { matchSections } from './find/match-sections.ts';
import { parseInteger, parseNumber } from './parse-number.ts';

type CommandSyntax = Pick<Command, 'name' | 'args' | 'examples'>;

/**
 * Reads the arguments of a command, typed or as named options, into the values that it runs with. Throws a `UsageError`, with
 * buttons where they help, for a missing, unknown or ambiguous value.
 */
export async function readArgs(command: CommandSyntax, request: CommandRequest, lookup: Lookup): Promise<Values> {
  const context = await findContext(command, request, lookup);
  const given =
    typeof request.input === 'string'
      ? await readTypedArgs(command, request.input, { request, context, lookup })
      : withoutBlanks(await extractIds(command.args, request.input));
  const article = await readArticle(command, { given, context, lookup });
  const values: Record<string, Values[string]> = {};
  for (const [name, arg] of Object.entries(command.args)) {
    values[name] = readValue(given[name], arg, { command, article, lookup, file: request.file });
  }
  return values;
}

async function readTypedArgs(command: CommandSyntax, typed: string, context: HintContext): Promise<GivenArgs> {
  const given = await assignArgs(command.args, typed, toHints(command, context));
  assertOneChoice(command, given, context.lookup.audience);
  if (!hasKind(command.args, 'section')) return given;
  const { article } = given;
  const isOfContext = context.context !== undefined && article !== undefined && given['section'] === undefined;
  const isUnknown = isOfContext && (await isNoArticle(article, context.lookup));
  return isUnknown ? { section: article } : await splitHeading(given, context.lookup);
}

/** Whether words name no article at all, so that they can only be about the current one. */
async function isNoArticle(words: string, { library }: Lookup): Promise<boolean> {
  if (isAddress(words) || parseNumber(words) !== undefined) return false;
  return (await articleNamed(words, library)) === undefined && (await library.find(words, 1)).length === 0;
}

/** The current article: the one replied to, or, if the command takes a section, the one opened last. */
async function findContext(
  { args }: CommandSyntax,
  { about }: CommandRequest,
  { library, shown }: Lookup,
): Promise<Article | undefined> {
  const id = about ?? (hasKind(args, 'section') ? shown.article : undefined);
  return id === undefined || !hasKind(args, 'article') ? undefined : await library.article(id);
}

interface HintContext {
  request: CommandRequest;
  context: Article | undefined;
  lookup: Lookup;
}

function toHints({ args }: CommandSyntax, { request, context, lookup }: HintContext): Hints {
  const asksForSection = Object.values(args).some(({ kind, optional }) => kind === 'section' && !optional);
  const listIsNearer = lookup.shown.listIsNewer === true && request.about === undefined && !asksForSection;
  return {
    namesArticle: async (word) => isAddress(word) || (await articleNamed(word, lookup.library)) !== undefined,
    namesSection: (words) => context !== undefined && matchSections(context, words, lookup).length > 0,
    numberIsSection: context !== undefined && !listIsNearer,
  };
}

function withoutBlanks(options: Readonly<Record<string, string>>): GivenArgs {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value.trim() !== ''));
}

async function readArticle(
  { name, args }: CommandSyntax,
  { given, context, lookup }: { given: GivenArgs; context: Article | undefined; lookup: Lookup },
): Promise<Article | undefined> {
  if (!hasKind(args, 'article')) return undefined;
  const question = { command: name, rest: given['section'] };
  const typed = given['article'];
  if (typed !== undefined) return await findArticle(typed.trim(), lookup, question);
  return context ?? (await askForArticle(lookup, question));
}

interface ValueContext {
  command: CommandSyntax;
  article: Article | undefined;
  lookup: Lookup;
  file: AttachedFile | undefined;
}

function readValue(typed: string | undefined, arg: Arg, context: ValueContext): Values[string] {
  const { command, article, lookup, file } = context;
  if (arg.kind === 'article') return article;
  if (arg.kind === 'file') return file;
  if (arg.kind === 'section') return article && readSection(typed, arg, { ...context, article });
  if (typed === undefined) return arg.optional ? undefined : missing(arg, command, lookup);
  return arg.kind === 'integer' ? readInteger(typed, arg, lookup) : readText(typed, arg, lookup);
}

function readSection(
  typed: string | undefined,
  { optional }: Arg,
  { article, command, lookup }: ValueContext & { article: Article },
): Values[string] {
  const question = { article, command: command.name };
  if (typed !== undefined) return findSection(typed, lookup, question);
  return optional ? undefined : askForSection(lookup, question);
}

function readInteger(typed: string, { min = 1 }: Extract<Arg, { kind: 'integer' }>, { audience }: Lookup): number {
  const number = parseInteger(typed);
  if (number !== undefined && number >= min) return number;
  throw new UsageError(audience.t('wrong.number', { typed, min, example: min + 1 }));
}

function readText(typed: string, arg: Extract<Arg, { kind: 'text' }>, { audience }: Lookup): string {
  if (arg.choices === undefined) return typed.trim();
  const choice = parseChoice(arg, typed);
  if (choice !== undefined) return choice;
  const names = arg.choices.map((one) => localName('choice', one, audience.language) ?? one);
  throw new UsageError(audience.t('wrong.choice', { typed, choices: names.join(audience.t('join.names')) }));
}

function missing({ summary }: Arg, { name, examples }: CommandSyntax, { audience: { t, language } }: Lookup): never {
  const [example = ''] = t(examples).split('\n');
  throw new UsageError(
    t('ask.text', { command: localName('command', name, language) ?? name, summary: t(summary), example }),
  );
}

function hasKind(args: Args, kind: Arg['kind']): boolean {
  return Object.values(args).some((arg) => arg.kind === kind);
}
