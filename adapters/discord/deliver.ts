import type { DeliverOptions } from '../../src/delivery/deliverer.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { deliverParts } from '../../src/messaging/deliver-parts.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { Admins } from './admins.ts';
import { DiscordFailure, hasKind } from './errors.ts';
import type { ForumPosts } from './forum-posts.ts';
import type { Forums } from './forums.ts';
import { channelOf, type Outbox } from './outbox.ts';
import { type Message, render } from './render/render.ts';

interface Delivery {
  view: View;
  options: DeliverOptions;
}

interface DeliverDeps {
  outbox: Outbox;
  posts: ForumPosts;
  forums: Forums;
  admins: Admins;
  report(error: unknown): void;
}

/** Sends a view that nobody asked for; in a forum it is a post. A server's owner learns once which permission is missing. */
export async function deliver(to: Address, delivery: Delivery, deps: DeliverDeps): Promise<void> {
  try {
    await deliverView(to, delivery, deps);
  } catch (error) {
    if (error instanceof DiscordFailure && error.reason === 'forbidden')
      await deps.admins.notify(to).catch(deps.report);
    throw error;
  }
  await deps.admins.forget(to);
}

async function deliverView(to: Address, { view, options }: Delivery, deps: DeliverDeps): Promise<void> {
  const messages = render(view, createTranslator(options.language));
  let place = await placeOf(to, options, deps.forums);
  const sent = options.confirmedParts.flat();
  await deliverParts(messages, options, async (message, part) => {
    const { messages: ids, post } = await sendPart({ message, part, view }, { place, options }, deps);
    if (post !== undefined) place = { ...to, thread: post };
    sent.push(...ids);
    return ids;
  });
  if (options.forFollowers) await crosspostAll(sent, place, deps.outbox);
}

/** To the followers of an announcement channel, once all of it stands there: how that fails must not hold up a part. */
async function crosspostAll(messages: readonly string[], place: Address, outbox: Outbox): Promise<void> {
  try {
    for (const message of messages) await outbox.crosspost(message, place);
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    throw toCrosspostError(error);
  }
}

function toCrosspostError(failure: DiscordFailure): DeliveryError {
  const { reason, retryAfterMs } = failure;
  const late = new DeliveryError(reason, {
    cause: failure,
    arrived: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  late.message = `The channel has it, its followers have not: ${failure.message}`;
  return late;
}

/** The further parts of a forum's post stand below its first one, whose id is the thread's. */
async function placeOf(to: Address, { confirmedParts: done }: DeliverOptions, forums: Forums): Promise<Address> {
  const first = done[0]?.[0];
  return first !== undefined && to.thread === undefined && (await forums.isForum(to.chat))
    ? { ...to, thread: first }
    : to;
}

interface Part {
  message: Message;
  part: number;
  view: View;
}

async function sendPart(
  { message, part, view }: Part,
  { place, options }: { place: Address; options: DeliverOptions },
  { outbox, posts, forums }: DeliverDeps,
): Promise<{ messages: string[]; post?: string }> {
  const { id, silent, mayHaveBeenSentSince: triedSince } = options;
  const name = `${id}:${part}`;
  const open = async () => {
    const opened = await posts.open(message, { to: place, view, silent, name, triedSince });
    return { messages: opened, ...(opened[0] !== undefined && { post: opened[0] }) };
  };
  if (part === 0 && place.thread === undefined && (await forums.isForum(place.chat))) return await open();
  try {
    const envelope = { to: place, priority: 'push', silent, name, triedSince: triedAfter(part, options) } as const;
    return { messages: await outbox.send(message, envelope) };
  } catch (error) {
    if (part > 0 || !hasKind(error, 'no-text')) throw error;
    await forums.remember(channelOf(place));
    return await open();
  }
}

/**
 * After what a part may have been sent by a try that ended early: only the first part that is not known to have arrived
 * can have been in flight. Discord itself recognises a repeated message only for some minutes.
 */
function triedAfter(
  part: number,
  { mayHaveBeenSentSince: triedSince, confirmedParts: done }: DeliverOptions,
): Date | string | undefined {
  if (triedSince === undefined || part > done.length) return undefined;
  return done.at(-1)?.at(-1) ?? triedSince;
}
