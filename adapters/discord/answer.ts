import { createTranslator } from '../../src/locales/translator.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { messageView } from '../../src/view/message-view.ts';
import type { View } from '../../src/view/view.ts';
import { hasKind } from './errors.ts';
import type { Incoming } from './interaction/read-interaction.ts';
import type { Reply } from './interaction/reply.ts';
import type { Outbox } from './outbox.ts';
import { type Message, render } from './render/render.ts';
import type { MessageOptions } from './send/message-body.ts';
import { sendWithFallbacks } from './send/send-with-fallbacks.ts';

/** The first message and five follow-ups: https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
const MAX_AS_USER_INSTALL = 6;

/** A request that is being answered. */
export interface Answer {
  incoming: Exclude<Incoming, { kind: 'autocomplete' }>;
  reply: Reply;
  outbox: Outbox;
}

/**
 * Shows a view to the user: as the answer to a command, in place of a message of their own, or below one that others read
 * too. If Discord no longer waits for the answer, it goes to the channel.
 */
export async function showAnswer(view: View, { incoming, reply, outbox }: Answer): Promise<void> {
  const { request } = incoming;
  const how = howToShow(view, incoming);
  for (const [at, message] of toMessages(view, incoming).entries()) {
    let isFirst = at === 0;
    await sendWithFallbacks(message, {}, async (form) => {
      try {
        await (isFirst ? reply.sendFirst(form, how) : reply.sendFollowUp(form, how));
      } catch (error) {
        if (!hasKind(error, 'expired', 'unknown-webhook') || how.ephemeral === true || incoming.isUserInstall)
          throw error;
        const to = request.in;
        const inPlace = isFirst && incoming.kind === 'component' && incoming.isOwnMessage;
        const isEdited = inPlace && (await outbox.edit(form, { to, id: incoming.message }));
        if (!isEdited) await outbox.send(form, { to, priority: 'answer' });
      }
      isFirst = false;
    });
  }
}

/** The messages of a view; if Discord accepts fewer, the last one says that there is more. */
function toMessages(view: View, { request, isUserInstall }: Answer['incoming']): Message[] {
  const t = createTranslator(request.language);
  const messages = render(view, t);
  if (!isUserInstall || messages.length <= MAX_AS_USER_INSTALL) return messages;
  const more = messageView(t('discord.goesOn', { command: toTypedCommand(request) }));
  return [...messages.slice(0, MAX_AS_USER_INSTALL - 1), ...render(more, t)];
}

function howToShow(view: View, incoming: Answer['incoming']): MessageOptions {
  const forAsker = view.for === 'asker' && !incoming.isBotDm;
  if (incoming.kind === 'command') return { ephemeral: forAsker };
  const { isOwnMessage, ephemeral, isBotDm } = incoming;
  // A mistake gets a message of its own: the earlier one is still useful.
  const isReplaced = isOwnMessage && view.beside !== true && (ephemeral || !forAsker);
  if (isReplaced) return { ephemeral, inPlace: true };
  return { ephemeral: !isBotDm };
}
