import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import type { Clock } from '../../src/clock.ts';
import { withTimeout } from '../../src/messaging/timeout.ts';
import type { View } from '../../src/view/view.ts';
import { type Answer, showAnswer } from './answer.ts';
import type { Client } from './client.ts';
import { DiscordFailure } from './errors.ts';
import type { Forums } from './forums.ts';
import type { Outbox } from './outbox.ts';
import type { Incoming } from './read-interaction.ts';
import { createReply } from './reply.ts';
import { reportFailure } from './report-failure.ts';
import { suggest } from './suggest.ts';

export interface ConversationDeps {
  client: Client;
  outbox: Outbox;
  forums: Pick<Forums, 'locate'>;
  clock: Clock;
  dispatch: Dispatch;
  commands: readonly CommandSpec[];
  /** Receives errors that did not stop the bot. */
  report(error: unknown): void;
}

/** Discord waits three seconds for an answer; after this part of them it is asked to wait longer. */
const DEFER_AFTER_MS = 1500;

/** Answers what people type and press. Rejects with the failure, after the person was informed where possible. */
export function createConversation(deps: ConversationDeps) {
  return async function converse(incoming: Incoming): Promise<void> {
    const reply = createReply(incoming.hook, deps);
    if (incoming.kind === 'typing') {
      const at = await deps.forums.locate(incoming.request.in);
      return await suggest({ ...incoming, request: { ...incoming.request, in: at } }, { ...deps, reply });
    }
    const answer: Answer = { incoming, reply, outbox: deps.outbox };
    const view = await viewInTime(answer, deps);
    try {
      await showAnswer(view, answer);
    } catch (error) {
      if (error instanceof DiscordFailure) await reportFailure(answer, deps.clock).catch(deps.report);
      throw error;
    }
  };
}

/** The view to answer with; if that takes longer than Discord waits, the answer is deferred. */
async function viewInTime(
  answer: Answer,
  { dispatch, forums, clock, commands, report }: ConversationDeps,
): Promise<View> {
  const { incoming, reply } = answer;
  const { request } = incoming;
  const pending = forums.locate(request.in).then((at) => dispatch({ ...request, in: at }));
  const view = await withTimeout(pending, DEFER_AFTER_MS, clock);
  if (view !== undefined) return view;
  const forAsker = commands.some(({ name, forAsker: only }) => only && name === request.name);
  const inPlace = incoming.kind === 'press' && incoming.of === 'own';
  const ephemeral = !incoming.alone && (forAsker || (incoming.kind === 'press' && !inPlace));
  // Where that fails, the answer itself is tried all the same, and says so if it fails too.
  await reply.defer({ ephemeral, inPlace }).catch(report);
  return await pending;
}
