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
  /** Is told of what went wrong and was survived. */
  report(error: unknown): void;
}

/** Of Discord's three seconds, so much for the answer itself; then it is told to wait. */
const DEFER_AFTER_MS = 1500;

/** Answers what people type and press. Rejects with what went wrong after the person has been told, where possible. */
export function createConversation(deps: ConversationDeps) {
  return async function answer(incoming: Incoming): Promise<void> {
    const reply = createReply(incoming.hook, deps);
    if (incoming.kind === 'typing') {
      const at = await deps.forums.locate(incoming.request.in);
      return await suggest({ ...incoming, request: { ...incoming.request, in: at } }, { ...deps, reply });
    }
    const asked: Answer = { incoming, reply, outbox: deps.outbox };
    const view = await viewInTime(asked, deps);
    try {
      await showAnswer(view, asked);
    } catch (error) {
      if (error instanceof DiscordFailure) await reportFailure(asked, deps.clock).catch(deps.report);
      throw error;
    }
  };
}

/** What to answer; where that takes longer than Discord waits, it is told so meanwhile. */
async function viewInTime(
  asked: Answer,
  { dispatch, forums, clock, commands, report }: ConversationDeps,
): Promise<View> {
  const { incoming, reply } = asked;
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
