import { randomUUID } from 'node:crypto';
import type { Clock } from '../../src/clock.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { failureView } from '../../src/messaging/failure-view.ts';
import type { Answer } from './answer.ts';
import { isAbout } from './errors.ts';
import { type Message, render } from './render/render.ts';
import { retryThroughOutage } from './retry.ts';

/**
 * Informs the person that an answer failed, with a button that tries again: below the part that arrived, else by any way
 * that is still open. A notice that may have arrived is repeated only where that makes no second message.
 */
export async function reportFailure(answer: Answer, clock: Pick<Clock, 'after'>): Promise<void> {
  const { incoming, reply } = answer;
  const standing = reply.standing();
  for (const words of toWords(standing !== undefined, answer)) {
    const ways = [
      ...(standing === undefined ? [] : [() => retryThroughOutage(() => reply.amend(below(standing, words)), clock)]),
      ...(reply.waits() ? [() => retryThroughOutage(() => reply.amend(words), clock)] : []),
      () => speak(words, answer, clock),
      ...(incoming.visiting ? [] : [() => retryThroughOutage(inChannel(words, answer), clock)]),
    ];
    await firstThatWorks(ways);
  }
}

function toWords(hasBegun: boolean, { incoming: { request } }: Answer): Message[] {
  const t = createTranslator(request.language);
  const words = hasBegun ? t('discord.rest') : t('wrong.unsent', { platform: 'Discord' });
  return render(failureView(words, request, t), t);
}

function below(standing: Message, words: Message): Message {
  return { ...standing, components: [...standing.components, ...words.components] };
}

/** A message of the interaction's own. Of a first one whose outcome is unclear, an edit shows whether it is there. */
async function speak(words: Message, { incoming, reply }: Answer, clock: Pick<Clock, 'after'>): Promise<void> {
  const how = { ephemeral: !incoming.alone };
  if (reply.begun()) return await reply.more(words, how);
  try {
    await reply.first(words, how);
  } catch (error) {
    if (!isAbout(error, 'unclear')) throw error;
    await retryThroughOutage(() => reply.amend(words), clock);
  }
}

function inChannel(words: Message, { incoming, outbox }: Answer) {
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
      if (isAbout(error, 'unclear') || at === ways.length - 1) throw error;
    }
  }
}
