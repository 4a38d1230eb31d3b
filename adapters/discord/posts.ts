import type { Address } from '../../src/ports.ts';
import type { View } from '../../src/view/view.ts';
import { toBody, withMark } from './call.ts';
import type { Client } from './client.ts';
import { sendDegrading } from './degrade.ts';
import { DiscordFailure } from './errors.ts';
import { earliestId, isMarked, type Listed } from './find-marked.ts';
import { toMark } from './names.ts';
import type { Outbox } from './outbox.ts';
import { chooseTags, type Forum, titleOf } from './post.ts';
import type { Message } from './render.ts';

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
export interface Posts {
  /** Opens a post; its id, which is that of its first message and of its thread. One that was opened before is found again. */
  open(message: Message, posting: Posting): Promise<string>;
}

interface PostsDeps {
  client: Client;
  outbox: Outbox;
  now(): Date;
}

export function createPosts({ client, outbox, now }: PostsDeps): Posts {
  async function open(message: Message, { to, view, silent, name, triedSince }: Posting): Promise<string> {
    const mark = toMark(name);
    const forum = await client.call<Forum>({ method: 'GET', route: `/channels/${to.chat}` });
    // Discord knows no key for it that would keep a second one away.
    const sought = { title: titleOf(view), mark };
    const earlier = triedSince === undefined ? undefined : await findPost(forum, { ...sought, triedSince }, client);
    if (earlier !== undefined) return earlier;
    const opened = await sendDegrading(message, async (one) => {
      const tags = chooseTags(forum, view);
      const body = {
        name: titleOf(view),
        message: withMark(toBody(one, { silent }), mark),
        ...(tags.length > 0 && { applied_tags: tags }),
      };
      return await outbox.makeOnce<{ id: string }>(`/channels/${to.chat}/threads`, body, { to, priority: 'push' });
    });
    return opened.id;
  }

  return {
    async open(message, posting) {
      const begun = now();
      try {
        return await open(message, posting);
      } catch (error) {
        if (!(error instanceof DiscordFailure && error.about === 'unclear')) throw error;
        return await open(message, { ...posting, triedSince: posting.triedSince ?? begun });
      }
    },
  };
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
    return isMarked(await client.call<Listed>({ method: 'GET', route }), mark);
  } catch (error) {
    if (error instanceof DiscordFailure && error.about === 'no-message') return false;
    throw error;
  }
}
