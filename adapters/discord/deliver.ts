import type { DeliverOptions } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { deliverParts } from '../../src/messaging/deliver-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import { type CommandIds, mentionCommands } from './command-mentions.ts';
import type { ApiContext } from './context.ts';
import type { DeliveryStarts } from './delivery-starts.ts';
import { DiscordFailure, hasKind } from './errors.ts';
import type { Forums } from './forum/forums.ts';
import { openPost } from './forum/open-post.ts';
import type { Outbox } from './outbox.ts';
import type { OwnerNotifier } from './owner-notifier.ts';
import { type Message, render } from './render/render.ts';
import { channelOf } from './send/send-message.ts';
import { timeOfSnowflake } from './send/snowflakes.ts';

/** An outage in which Discord answers every message with a 500 is over by then. */
const OMIT_AFTER_MS = 3 * 60 * 60_000;

interface Delivery {
  view: View;
  options: DeliverOptions;
}

interface DeliverContext extends ApiContext {
  outbox: Outbox;
  forums: Forums;
  ownerNotifier: OwnerNotifier;
  starts: DeliveryStarts;
  commandIds: CommandIds;
}

/** Sends a view that nobody requested; in a forum, as a post. Tells the server's owner if a permission is missing. */
export async function deliver(to: Address, delivery: Delivery, context: DeliverContext): Promise<void> {
  const { ownerNotifier, report } = context;
  try {
    await deliverView(to, delivery, context);
  } catch (error) {
    if (error instanceof DiscordFailure && error.reason === 'forbidden')
      await ownerNotifier.notify(to, error).catch(report);
    throw error;
  }
  await ownerNotifier.forget(to);
}

async function deliverView(to: Address, { view, options }: Delivery, context: DeliverContext): Promise<void> {
  const { outbox, forums } = context;
  const { id, silent } = options;
  const sent = options.confirmedParts.flat();
  // The parts of a forum's post are in its thread, which has the id of the first message.
  const first = options.confirmedParts[0]?.[0];
  const isPost = first !== undefined && to.thread === undefined && (await forums.isForum(to.chat));
  let place = isPost ? { ...to, thread: first } : to;

  async function openThread(message: Message, name: string, start: string): Promise<string[]> {
    const isRetry = options.mayHaveBeenSentSince !== undefined;
    const post = { to: place, view, silent, name, start, isRetry, mayOmit: mayOmitSince(start, options, context) };
    const ids = await openPost(message, post, context);
    if (ids[0] !== undefined) place = { ...to, thread: ids[0] };
    return ids;
  }

  async function sendPart(message: Message, part: number): Promise<string[]> {
    const name = `${id}:${part}`;
    const start = sent[0] ?? (await context.starts.startOf(id, channelOf(place), options.mayHaveBeenSentSince));
    const mayOpen = part === 0;
    if (mayOpen && place.thread === undefined && (await forums.isForum(place.chat)))
      return await openThread(message, name, start);
    try {
      const mayFollow = mayHaveBeenSent(part, options) ? (sent.at(-1) ?? start) : undefined;
      const mayOmit = mayOmitSince(start, options, context);
      return await outbox.send(message, { to: place, priority: 'push', silent, name, mayFollow, mayOmit });
    } catch (error) {
      if (!mayOpen || !hasKind(error, 'non-text-channel')) throw error;
      await forums.remember(channelOf(place));
      return await openThread(message, name, start);
    }
  }

  const messages = render(mentionCommands(view, context.commandIds), createTranslator(options.language));
  await deliverParts(messages, options, async (message, part) => {
    const ids = await sendPart(message, part);
    sent.push(...ids);
    return ids;
  });
  if (options.forFollowers) await crosspostAll(sent, place, outbox);
}

/** Publishes the messages after all of them have arrived: a failure must not delay a part. */
async function crosspostAll(messages: readonly string[], place: Address, outbox: Outbox): Promise<void> {
  try {
    for (const message of messages) await outbox.crosspost(message, place);
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    const { reason, retryAfterMs } = error;
    const failure = new DeliveryError(reason, { cause: error, arrived: true, retryAfterMs });
    failure.message = `The channel has it, its followers have not: ${error.message}`;
    throw failure;
  }
}

/** Whether a retry may replace a piece by a note: one that Discord refuses at once, or cannot take for hours without a reason. */
function mayOmitSince(start: string, { mayHaveBeenSentSince }: DeliverOptions, { client }: DeliverContext) {
  const ageMs = (client.serverTimeMs() ?? 0) - timeOfSnowflake(start);
  return ({ reason }: DiscordFailure): boolean =>
    mayHaveBeenSentSince !== undefined && (reason === 'refused' || ageMs > OMIT_AFTER_MS);
}

/** Whether an earlier try may have sent a part: only the first unconfirmed part can have been in flight. */
function mayHaveBeenSent(part: number, { mayHaveBeenSentSince, confirmedParts }: DeliverOptions): boolean {
  return mayHaveBeenSentSince !== undefined && part <= confirmedParts.length;
}
