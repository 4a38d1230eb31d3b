import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import { failureView } from '../../../src/messaging/failure-view.ts';
import type { Answer } from '../answer.ts';
import { hasKind } from '../errors.ts';
import { type Message, render } from '../render/render.ts';
import { retryThroughOutage } from '../retry.ts';

/**
 * Tells the user that an answer failed, with a button that tries again: below the part that arrived, otherwise in any way
 * that still works. A notice that may have arrived is repeated only if that makes no second message.
 */
export async function reportFailure({ incoming, reply, outbox }: Answer, clock: Pick<Clock, 'after'>): Promise<void> {
  const { request } = incoming;
  const t = createTranslator(request.language);
  const first = reply.firstMessage();
  const text = first === undefined ? t('wrong.unsent', { platform: 'Discord' }) : t('discord.rest');
  for (const notice of render(failureView(text, request, t), t)) {
    const edited = first && { ...first, components: [...first.components, ...notice.components] };
    const edit = () => retryThroughOutage(() => reply.editFirst(edited ?? notice), clock);
    const envelope = { to: request.in, priority: 'answer', name: randomUUID() } as const;
    await firstThatWorks([
      ...(first !== undefined || reply.isPlaceholderShown() ? [edit] : []),
      () => sendThroughInteraction(notice, { incoming, reply, edit }),
      ...(incoming.isUserInstall ? [] : [() => retryThroughOutage(() => outbox.send(notice, envelope), clock)]),
    ]);
  }
}

async function sendThroughInteraction(
  notice: Message,
  { incoming, reply, edit }: Pick<Answer, 'incoming' | 'reply'> & { edit(): Promise<void> },
): Promise<void> {
  const how = { ephemeral: !incoming.isBotDm };
  if (reply.isAcknowledged()) return await reply.sendFollowUp(notice, how);
  try {
    await reply.sendFirst(notice, how);
  } catch (error) {
    if (!hasKind(error, 'unclear')) throw error;
    // An edit succeeds only if the message arrived.
    await edit();
  }
}

/** Tries one way after another, until one works or may have worked. */
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
