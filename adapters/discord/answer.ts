import { createTranslator } from '../../src/locales/translator.ts';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { messageView } from '../../src/view/message-view.ts';
import type { View } from '../../src/view/view.ts';
import { sendWithFallbacks } from './degrade.ts';
import { hasKind } from './errors.ts';
import type { MessageOptions } from './message-body.ts';
import type { Outbox } from './outbox.ts';
import type { Incoming } from './read-interaction.ts';
import { type Message, render } from './render/render.ts';
import type { Reply } from './reply.ts';

/**
 * The first message of an answer and five more, where only who asked has the bot:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
 */
const MAX_AS_GUEST = 6;

/** A request on its way to its answer. */
export interface Answer {
  incoming: Exclude<Incoming, { kind: 'typing' }>;
  reply: Reply;
  outbox: Outbox;
}

/**
 * Shows a view to who asked: as the answer to a command, in the place of a message of their own that they pressed, or
 * apart from one that others read too. Where Discord waits for it no longer, it is said in the channel instead.
 */
export async function showAnswer(view: View, answer: Answer): Promise<void> {
  const { incoming, reply } = answer;
  const how = howToShow(view, incoming);
  const messages = messagesFor(view, incoming);
  for (const [at, message] of messages.entries()) {
    let isFirst = at === 0;
    await sendWithFallbacks(message, async (one) => {
      try {
        await (isFirst ? reply.sendFirst(one, how) : reply.sendFollowUp(one, how));
      } catch (error) {
        if (!hasKind(error, 'stale') || how.ephemeral === true || incoming.visiting) throw error;
        await showInChannel(one, isFirst, answer);
      }
      isFirst = false;
    });
  }
}

/** The answer, and where Discord takes no more of it than this, the word that it goes on. */
function messagesFor(view: View, { request, visiting }: Answer['incoming']): Message[] {
  const t = createTranslator(request.language);
  const messages = render(view, t);
  if (!visiting || messages.length <= MAX_AS_GUEST) return messages;
  const goesOn = messageView(t('discord.goesOn', { command: toTypedCommand(request) }));
  return [...messages.slice(0, MAX_AS_GUEST - 1), ...render(goesOn, t)];
}

function howToShow(view: View, incoming: Answer['incoming']): MessageOptions {
  const forAsker = view.for === 'asker' && !incoming.alone;
  if (incoming.kind === 'command') return { ephemeral: forAsker };
  const { of, ephemeral, alone } = incoming;
  // A mistake gets a message of its own: the earlier one is still of use.
  if (of === 'own' && (ephemeral || !forAsker)) return { ephemeral, inPlace: true };
  return { ephemeral: !alone };
}

/** Without the interaction: the bot's own message is edited, or a new one sent, as in any channel. */
async function showInChannel(message: Message, isFirst: boolean, { incoming, outbox }: Answer): Promise<void> {
  const to = incoming.request.in;
  const inPlace = isFirst && incoming.kind === 'press' && incoming.of === 'own';
  if (inPlace && (await outbox.edit(message, { to, message: incoming.message }))) return;
  await outbox.send(message, { to, priority: 'answer' });
}
