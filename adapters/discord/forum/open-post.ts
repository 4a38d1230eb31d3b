import type { Address } from '../../../src/subscription/address.ts';
import type { View } from '../../../src/view/view.ts';
import type { Client } from '../client.ts';
import type { ApiContext } from '../context.ts';
import { DiscordFailure, hasKind, toInvalidFormFailure } from '../errors.ts';
import { earliestId, hasComponentId, type ListedMessage } from '../find-message.ts';
import { toBody, toComponentId, withComponentId } from '../message-body.ts';
import type { Outbox } from '../outbox.ts';
import type { Message } from '../render/render.ts';
import { sendWithFallbacks } from '../send-with-fallbacks.ts';
import { chooseTags, type Forum, titleOf } from './describe-post.ts';

interface PostOptions {
  to: Address;
  view: View;
  silent: boolean;
  /** Identifies the post, so that opening it again makes no second one. */
  name: string;
  /** The moment since which an earlier try may have opened it. */
  mayHaveBeenSentSince: Date | undefined;
}

/** Opens a post in a forum, or finds it if it was opened before. Resolves to the ids of its messages; the first is also the thread's. */
export async function openPost(
  message: Message,
  options: PostOptions,
  { client, outbox, clock }: ApiContext & { outbox: Outbox },
): Promise<string[]> {
  const { to, view, silent, name, mayHaveBeenSentSince } = options;
  const startedAt = new Date(clock.nowMs());
  const forum = await client.call<Forum>({ method: 'GET', route: `/channels/${to.chat}` });
  let thread: string | undefined;
  const sent = await sendWithFallbacks(message, async (form, piece) => {
    if (thread !== undefined) {
      const envelope = { to: { ...to, thread }, priority: 'push', silent, name: name + piece } as const;
      return await outbox.send(form, { ...envelope, mayHaveBeenSentSince });
    }
    const title = titleOf(view);
    const componentId = toComponentId(name + piece);
    const tags = chooseTags(forum, view);
    const body = {
      name: title,
      message: withComponentId(toBody(form, { silent }), componentId),
      ...(tags.length > 0 && { applied_tags: tags }),
    };
    const create = () =>
      outbox.postOnce<{ id: string }>(`/channels/${to.chat}/threads`, body, { to, priority: 'push' });
    const find = (since: Date) => findPost(forum, { title, componentId, since }, client);
    const earlier = mayHaveBeenSentSince && (await find(mayHaveBeenSentSince));
    thread = earlier ?? (await createOrFind(create, () => find(startedAt)));
    return [thread];
  });
  return sent.flat();
}

/** Creates a post. If the outcome is unclear, looks for it and then tries once more, because threads have no nonce. */
async function createOrFind(
  create: () => Promise<{ id: string }>,
  find: () => Promise<string | undefined>,
): Promise<string> {
  try {
    return (await create()).id;
  } catch (error) {
    if (!hasKind(error, 'unclear')) throw error;
    const found = await find();
    if (found !== undefined) return found;
    const { id } = await create().catch((again: unknown) => {
      const isInvalidForm = error.isServerError && again instanceof DiscordFailure && again.isServerError;
      throw isInvalidForm ? toInvalidFormFailure(again) : again;
    });
    return id;
  }
}

interface Thread {
  id: string;
  name: string;
  parent_id?: string;
}

/** Looks for a post by its title and by the component id of its first message, also among archived ones. */
async function findPost(
  forum: Forum,
  { title, componentId, since }: { title: string; componentId: number; since: Date },
  client: Client,
): Promise<string | undefined> {
  const routes = [`/guilds/${forum.guild_id}/threads/active`, `/channels/${forum.id}/threads/archived/public`] as const;
  const earliest = BigInt(earliestId(since));
  for (const route of routes) {
    const { threads } = await client.call<{ threads: readonly Thread[] }>({ method: 'GET', route });
    const candidates = threads.filter(
      ({ id, name, parent_id: parent }) => parent === forum.id && name === title && BigInt(id) >= earliest,
    );
    for (const { id } of candidates) if (await startsWith(id, componentId, client)) return id;
  }
  return undefined;
}

/** Whether the first message of a thread exists and has the component id. */
async function startsWith(thread: string, componentId: number, client: Client): Promise<boolean> {
  try {
    const route = `/channels/${thread}/messages/${thread}` as const;
    return hasComponentId(await client.call<ListedMessage>({ method: 'GET', route }), componentId);
  } catch (error) {
    if (hasKind(error, 'unknown-message')) return false;
    throw error;
  }
}
