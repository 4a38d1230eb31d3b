import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { withTimeout } from '../../src/clock.ts';
import type { View } from '../../src/view/view.ts';
import { type Answer, showAnswer } from './answer.ts';
import { type CommandIds, mentionCommands } from './command-mentions.ts';
import type { ApiContext } from './context.ts';
import { DiscordFailure } from './errors.ts';
import type { Forums } from './forum/forums.ts';
import { mayUse } from './interaction/command-access.ts';
import type { Incoming } from './interaction/read-interaction.ts';
import { createReply } from './interaction/reply.ts';
import { reportFailure } from './interaction/report-failure.ts';
import { suggest } from './interaction/suggest.ts';
import type { Outbox } from './outbox.ts';

export interface ConversationContext extends ApiContext {
  outbox: Outbox;
  forums: Forums;
  dispatch: Dispatch;
  commands: readonly CommandSpec[];
  commandIds: CommandIds;
}

/** Discord waits three seconds for a response; after this long, the answer is deferred. */
const DEFER_AFTER_MS = 500;

/** Answers an interaction. Rejects with the failure, after the user was told about it if possible. */
export async function converse(received: Incoming, context: ConversationContext): Promise<void> {
  const mayManage = () => mayUse(received, context);
  const incoming = { ...received, request: { ...received.request, mayManage } };
  const reply = createReply(incoming.ref, context);
  if (incoming.kind === 'autocomplete') {
    const request = { ...incoming.request, in: await context.forums.locate(incoming.request.in) };
    return await suggest({ ...incoming, request }, { ...context, reply });
  }
  const answer = { incoming, reply, outbox: context.outbox };
  const view = await viewInTime(answer, context);
  try {
    await showAnswer(mentionCommands(view, context.commandIds), answer);
  } catch (error) {
    if (error instanceof DiscordFailure) await reportFailure(answer, context.clock).catch(context.report);
    throw error;
  }
}

/** The view to answer with. Defers the answer before work that can block, and if the view takes too long. */
async function viewInTime(answer: Answer, context: ConversationContext): Promise<View> {
  const { dispatch, forums, clock } = context;
  const { incoming } = answer;
  const { request } = incoming;
  const isMenuUsed = incoming.kind === 'component' && incoming.usedMenuOf !== undefined;
  const isDeferredFirst = isMenuUsed || mayBlock(request.name, context.commands);
  if (isDeferredFirst) await defer(answer, context);
  const pending = forums.locate(request.in).then((at) => dispatch({ ...request, in: at }));
  const view = isDeferredFirst ? undefined : await withTimeout(pending, DEFER_AFTER_MS, clock);
  if (view !== undefined) return view;
  if (!isDeferredFirst) await defer(answer, context);
  return await pending;
}

/** Whether a command can open an article, which may block the process if it is huge: then no timer fires either. */
function mayBlock(name: string, commands: readonly CommandSpec[]): boolean {
  return commands.find((command) => command.name === name)?.opensArticles ?? true;
}

async function defer({ incoming, reply }: Answer, { commands, report }: ConversationContext): Promise<void> {
  const isComponent = incoming.kind === 'component';
  const inPlace = isComponent && incoming.isOwnMessage;
  const forAsker = commands.some((command) => command.forAsker && command.name === incoming.request.name);
  const ephemeral = !incoming.isBotDm && (forAsker || (isComponent && !inPlace));
  const deferred =
    isComponent && incoming.usedMenuOf !== undefined
      ? reply.resetMenus(incoming.usedMenuOf)
      : reply.defer({ ephemeral, inPlace });
  // If this fails, the answer is sent all the same, and reports its own failure.
  await deferred.catch(report);
}
