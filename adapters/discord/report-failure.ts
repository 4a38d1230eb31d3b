import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { failureView } from '../../src/messaging/failure-view.ts';
import type { Answer } from './answer.ts';
import { hasKind } from './errors.ts';
import { type Message, render } from './render/render.ts';
import { retryThroughOutage } from './retry.ts';

/**
 * Informs the person that an answer failed, with a button that tries again: below the part that arrived, else by any way
 * that is still open. A notice that may have arrived is repeated only where that makes no second message.
 */
export async function reportFailure(answer: Answer, clock: Pick<Clock, 'after'>): Promise<void> {
  const { incoming, reply } = answer;
  const standing = reply.firstMessage();
  for (const words of failureMessages(standing !== undefined, answer)) {
    const ways = [
      ...(standing === undefined
        ? []
        : [() => retryThroughOutage(() => reply.editFirst(appendTo(standing, words)), clock)]),
      ...(reply.isPlaceholderShown() ? [() => retryThroughOutage(() => reply.editFirst(words), clock)] : []),
      () => sendThroughInteraction(words, answer, clock),
      ...(incoming.visiting ? [] : [() => retryThroughOutage(sendToChannel(words, answer), clock)]),
    ];
    await firstThatWorks(ways);
  }
}

function failureMessages(hasBegun: boolean, { incoming: { request } }: Answer): Message[] {
  const t = createTranslator(request.language);
  const words = hasBegun ? t('discord.rest') : t('wrong.unsent', { platform: 'Discord' });
  return render(failureView(words, request, t), t);
}

function appendTo(standing: Message, words: Message): Message {
  return { ...standing, components: [...standing.components, ...words.components] };
}

/** A message of the interaction's own. Of a first one whose outcome is unclear, an edit shows whether it is there. */
async function sendThroughInteraction(
  words: Message,
  { incoming, reply }: Answer,
  clock: Pick<Clock, 'after'>,
): Promise<void> {
  const how = { ephemeral: !incoming.alone };
  if (reply.isAcknowledged()) return await reply.sendFollowUp(words, how);
  try {
    await reply.sendFirst(words, how);
  } catch (error) {
    if (!hasKind(error, 'unclear')) throw error;
    await retryThroughOutage(() => reply.editFirst(words), clock);
  }
}

function sendToChannel(words: Message, { incoming, outbox }: Answer) {
  const envelope = { to: incoming.request.in, priority: 'answer', name: randomUUID() } as const;
  return () => outbox.send(words, envelope);
}

/** Tries one way after the other; but what may have been said already is not said another way. */
async function firstThatWorks(ways: readonly (() => Promise<void>)[]): Promise<void> {
  for (const [at, way] of ways.entries()) {
    try {
      await way();
      return;
    } catch (error) {
      if (hasKind(error, 'unclear') || at === ways.length - 1) throw error;
    }
  }
}
