import type { Address } from '../../src/subscription/address.ts';
import type { View } from '../../src/view/view.ts';
import type { Client } from './client.ts';
import { sendWithFallbacks } from './degrade.ts';
import { DiscordFailure, hasKind, toFormFailure } from './errors.ts';
import { earliestId, hasComponentId, type ListedMessage } from './find-sent.ts';
import { chooseTags, type Forum, titleOf } from './forum-post.ts';
import { toBody, withComponentId } from './message-body.ts';
import { toComponentId } from './nonce.ts';
import type { Outbox } from './outbox.ts';
import type { Message } from './render/render.ts';

/** A post on its way into a forum. */
interface Posting {
  to: Address;
  view: View;
  silent: boolean;
  /** Names the post, the same when it is tried again. */
  name: string;
  /** Since when it may have been posted already, without anybody having heard of it. */
  triedSince?: Date | undefined;
}

/** Posts in forums. */
export interface ForumPosts {
  /**
   * Opens a post; the ids of its messages, the first of which is the thread's too. One that was opened before is found
   * again.
   */
  open(message: Message, posting: Posting): Promise<string[]>;
}

interface PostsDeps {
  client: Client;
  outbox: Outbox;
  now(): Date;
}

export function createForumPosts({ client, outbox, now }: PostsDeps): ForumPosts {
  return {
    async open(message, posting) {
      const { to, silent, name, triedSince } = posting;
      const begun = now();
      const forum = await client.call<Forum>({ method: 'GET', route: `/channels/${to.chat}` });
      let post: string | undefined;
      const sent = await sendWithFallbacks(message, async (one, piece) => {
        if (post !== undefined) {
          const envelope = { to: { ...to, thread: post }, priority: 'push', name: name + piece } as const;
          return await outbox.send(one, { ...envelope, silent, triedSince });
        }
        const mark = toComponentId(name + piece);
        const create = () => createPost(one, { forum, mark, posting }, outbox);
        // Discord knows no key for it that would keep a second one away.
        const find = (since: Date) =>
          findPost(forum, { title: titleOf(posting.view), mark, triedSince: since }, client);
        const earlier = triedSince === undefined ? undefined : await find(triedSince);
        post = earlier ?? (await createOrFind(create, () => find(begun)));
        return [post];
      });
      return sent.flat();
    },
  };
}

interface Creating {
  forum: Forum;
  mark: number;
  posting: Posting;
}

async function createPost(message: Message, { forum, mark, posting }: Creating, outbox: Outbox): Promise<string> {
  const { to, view, silent } = posting;
  const tags = chooseTags(forum, view);
  const body = {
    name: titleOf(view),
    message: withComponentId(toBody(message, { silent }), mark),
    ...(tags.length > 0 && { applied_tags: tags }),
  };
  const route = `/channels/${to.chat}/threads` as const;
  return (await outbox.postWithoutRetry<{ id: string }>(route, body, { to, priority: 'push' })).id;
}

/** Makes a post; one whose outcome is unclear is looked for before it is made again, and that only once. */
async function createOrFind(create: () => Promise<string>, find: () => Promise<string | undefined>): Promise<string> {
  try {
    return await create();
  } catch (error) {
    if (!hasKind(error, 'unclear')) throw error;
    const found = await find();
    if (found !== undefined) return found;
    return await create().catch((again: unknown) => {
      const isRefusal = error.isServerError && again instanceof DiscordFailure && again.isServerError;
      throw isRefusal ? toFormFailure(again) : again;
    });
  }
}

interface Thread {
  id: string;
  name: string;
  parent_id?: string;
}

interface Sought {
  title: string;
  mark: number;
  triedSince: Date;
}

/** The post that was opened earlier: by its title, and by the mark of its first message. Sleeping ones are looked at too. */
async function findPost(forum: Forum, sought: Sought, client: Client): Promise<string | undefined> {
  const routes = [`/guilds/${forum.guild_id}/threads/active`, `/channels/${forum.id}/threads/archived/public`] as const;
  const earliest = BigInt(earliestId(sought.triedSince));
  for (const route of routes) {
    const { threads } = await client.call<{ threads: readonly Thread[] }>({ method: 'GET', route });
    const like = threads.filter(({ parent_id: parent, name }) => parent === forum.id && name === sought.title);
    for (const { id } of like.filter((thread) => BigInt(thread.id) >= earliest)) {
      if (await opensWith(id, sought.mark, client)) return id;
    }
  }
  return undefined;
}

/** Whether the first message of a thread has a mark; one that was removed has none. */
async function opensWith(thread: string, mark: number, client: Client): Promise<boolean> {
  try {
    const route = `/channels/${thread}/messages/${thread}` as const;
    return hasComponentId(await client.call<ListedMessage>({ method: 'GET', route }), mark);
  } catch (error) {
    if (hasKind(error, 'no-message')) return false;
    throw error;
  }
}
