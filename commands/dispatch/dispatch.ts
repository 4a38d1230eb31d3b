import { expandAlias } from '../../src/arguments/command-aliases.ts';
import { isLast } from '../../src/arguments/parse-number.ts';
import { readBareWords } from '../../src/arguments/plain-words/read-bare-words.ts';
import { readScreenWords } from '../../src/arguments/plain-words/read-screen-words.ts';
import { readArgs } from '../../src/arguments/read-args.ts';
import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { Command } from '../../src/chat/command.ts';
import { findCommand, namesOf } from '../../src/chat/find-command.ts';
import type { LastShown, LastShownMemory } from '../../src/chat/last-shown.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import type { CommandRequest, Dispatch } from '../../src/chat/request.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Library } from '../../src/library/library.ts';
import { type Audience, createAudience } from '../../src/locales/audience.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import type { Address } from '../../src/subscription/address.ts';
import { editDistance } from '../../src/text/edit-distance.ts';
import { fold } from '../../src/text/terms/fold.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction, text } from '../../src/view/spans.ts';
import type { Action, View } from '../../src/view/view.ts';
import { explainUnknown, nearCommand } from './explain-unknown.ts';
import { leaveOutForbidden } from './leave-out-forbidden.ts';

/** Commands that take words for the next or last of what was shown. */
const MOVES: ReadonlySet<string> = new Set(['articles', 'article', 'section']);
/** Short first words of a long message are no typing errors: `who won the game`. */
const MIN_NAME = 4;
const MAX_TYPO = 12;
/** Words without a slash are a search if they are less like a command: `sport` is no `export`. */
const MAX_MISTAKES = 1;
const HAN = /\p{Script=Han}/u;

/** The dependencies of `createDispatch`. */
export interface DispatchDeps extends PlatformLimits {
  library: Pick<Library, 'article' | 'articleAt' | 'newest' | 'find'>;
  /** What chats were shown last. */
  memory: LastShownMemory;
  /** The IANA zone for chats without a zone of their own. */
  zone: string;
  zoneOf(chat: Address): Promise<string | undefined>;
  /** Whether the platform can deliver digests. */
  delivers(platform: string): boolean;
  /** Reports bugs of the bot. */
  report(error: unknown): void;
}

/** Answers requests with these commands. Always resolves: mistakes are explained; bugs are reported, with an apology. */
export function createDispatch(commands: readonly Command[], deps: DispatchDeps): Dispatch {
  const { memory } = deps;
  return async (request) => {
    const zone = await deps.zoneOf(request.in).catch((error: unknown) => reportSafely(deps, error));
    const audience = createAudience(request.language, zone ?? deps.zone);
    const view = await answer(request, { commands, deps, audience }).catch((error: unknown) => {
      reportSafely(deps, error);
      return forAsker(apology(request, deps, audience));
    });
    await memory.remember(request, view).catch((error: unknown) => reportSafely(deps, error));
    return view;
  };
}

interface DispatchContext {
  commands: readonly Command[];
  deps: DispatchDeps;
  audience: Audience;
}

async function answer(request: CommandRequest, { commands, deps, audience }: DispatchContext): Promise<View> {
  const command = findCommand(commands, request.name);
  const shown = await deps.memory.recall(request).catch((error: unknown): LastShown => {
    reportSafely(deps, error);
    return {};
  });
  try {
    const meant =
      readScreen(request, command, { shown, audience }) ?? (command ? undefined : readOtherwise(request, commands));
    if (meant !== undefined) return await answer(meant, { commands, deps, audience });
    if (command === undefined)
      return forAsker(explainUnknown(request, { commands, maxButtonBytes: deps.maxButtonBytes, audience }));
    if (command.needsDigests === true && !deps.delivers(request.in.platform))
      throw new UsageError(audience.t('subscribe.nowhere'), {
        actions: [openAction(audience.t('button.digest'), '/digest')],
      });
    if (command.adminsOnly === true && !(await mayManage(request)))
      throw new UsageError(audience.t('wrong.adminsOnly'));
    const values = await readArgs(command, request, { ...deps, shown, audience, fold });
    const view = withPostingNote(await command.run(values, audience, request), command, { request, audience });
    return command.adminsOnly === true || command.forAsker === true ? forAsker(view) : view;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const actions = await leaveOutForbidden(error.actions, commands, request);
    return forAsker(messageView(error.message, { list: error.list, actions }));
  }
}

/** Says that it is the bot's fault, with a button that tries again. */
function apology(request: CommandRequest, { maxButtonBytes }: PlatformLimits, { t }: Audience): View {
  const again = fitButtonCommand(toTypedCommand(request), maxButtonBytes);
  const actions: Action[] = again === undefined ? [] : [openAction(t('button.again'), again)];
  return messageView(t('wrong.apology'), { actions });
}

/** What the words of a request mean on the last answer: the label of a button, `next section`, `/articles 下一页`. */
function readScreen(
  { words, ...request }: CommandRequest,
  command: Command | undefined,
  { shown, audience }: { shown: LastShown; audience: Audience },
): CommandRequest | undefined {
  const { name, input } = request;
  if (typeof input !== 'string') return undefined;
  const typed = words ?? (command === undefined && expandAlias(name, input) === undefined ? `${name} ${input}` : input);
  if (words === undefined && command !== undefined && !MOVES.has(command.name)) return undefined;
  if (command?.name === 'section' && isLast(typed)) return undefined;
  // A typed command is never a button of a question: `/articles bbc.com` may be what such a button types.
  const seen = words === undefined && command !== undefined ? { ...shown, answer: [] } : shown;
  const line = readScreenWords(typed, seen, audience);
  if (line === undefined) return undefined;
  const [, found = '', rest = ''] = /^\/(\S+)\s*(.*)$/su.exec(line) ?? [];
  return { ...request, name: found, input: rest };
}

/** The answer, with a note if the bot may not post here what the command arranges. */
function withPostingNote(
  view: View,
  { plansPosts }: Command,
  { request, audience }: { request: CommandRequest; audience: Audience },
): View {
  if (plansPosts !== true || request.mayPost !== false) return view;
  return { ...view, blocks: [...view.blocks, text(audience.t('wrong.mayNotPost'))] };
}

/** What an unknown name means: an alias, a name with a number or Chinese words directly behind it, or without a slash plain words. */
function readOtherwise(request: CommandRequest, commands: readonly Command[]): CommandRequest | undefined {
  const { words, ...others } = request;
  const { name, input } = others;
  if (typeof input !== 'string') return undefined;
  if (words !== undefined) {
    const read = readBareWords(words, { name, input }, specsOf(commands));
    const isTypo = read.name === 'search' && (words.length < MAX_TYPO || name.length >= MIN_NAME);
    const near = isTypo ? nearCommand(commands, request) : undefined;
    return near !== undefined && editDistance(name, near) <= MAX_MISTAKES ? undefined : { ...others, ...read };
  }
  const alias = expandAlias(name, input);
  if (alias !== undefined && findCommand(commands, alias.name) !== undefined) return { ...others, ...alias };
  const joined = commands
    .flatMap(namesOf)
    .filter((one) => name.startsWith(one) && (HAN.test(one) || /^\d/u.test(name.slice(one.length))));
  const longest = joined.toSorted((one, other) => other.length - one.length)[0];
  return longest === undefined
    ? undefined
    : { ...others, name: longest, input: `${name.slice(longest.length)} ${input}`.trim() };
}

function specsOf(commands: readonly Command[]) {
  return commands.map((command) => ({
    name: command.name,
    names: namesOf(command),
    takesBareWords: command.takesBareWords ?? false,
  }));
}

function forAsker(view: View): View {
  return { ...view, for: 'asker' };
}

async function mayManage(request: CommandRequest): Promise<boolean> {
  return request.mayManage === undefined || (await request.mayManage());
}

/** Reports an error. A failing report must not prevent the answer. */
function reportSafely({ report }: DispatchDeps, error: unknown): undefined {
  try {
    report(error);
  } catch {
    return;
  }
}
