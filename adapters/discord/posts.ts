import type { Address, StateStore } from '../../src/ports.ts';
import type { View } from '../../src/view/view.ts';
import { toBody } from './call.ts';
import type { Client } from './client.ts';
import { sendDegrading } from './degrade.ts';
import { DiscordFailure } from './errors.ts';
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
}

/** Posts in forums: channels that hold threads, and no messages of their own. */
export interface Posts {
  isForum(channel: string): Promise<boolean>;
  noteForum(channel: string): Promise<void>;
  /** Opens a post; its id, which is that of its first message and of its thread. One that was opened before is found again. */
  open(message: Message, posting: Posting): Promise<string>;
}

const FORUM_MS = 400 * 24 * 60 * 60 * 1000;
const POSTING_MS = 24 * 60 * 60 * 1000;

/** Remembers forums in the platform's own state, and posts whose outcome is not known. */
export function createPosts({ client, outbox, state }: { client: Client; outbox: Outbox; state: StateStore }): Posts {
  async function open(message: Message, posting: Posting): Promise<string> {
    const { to, view, silent, name } = posting;
    const key = `posting:${name}`;
    const forum = await client.call<Forum>({ method: 'GET', route: `/channels/${to.chat}` });
    const begun = await state.get<boolean>(key);
    const earlier = begun === true ? await findPost(forum, titleOf(view), client) : undefined;
    if (earlier !== undefined) return earlier;
    // Discord knows no key for it that would keep a second one away.
    await state.set(key, true, POSTING_MS);
    const opened = await sendDegrading(message, async (one) => {
      const tags = chooseTags(forum, view);
      const body = {
        name: titleOf(view),
        message: toBody(one, { silent }),
        ...(tags.length > 0 && { applied_tags: tags }),
      };
      return await outbox.makeOnce<{ id: string }>(`/channels/${to.chat}/threads`, body, { to, priority: 'push' });
    });
    return opened.id;
  }

  return {
    isForum: async (channel) => (await state.get<boolean>(`forum:${channel}`)) === true,
    noteForum: (channel) => state.set(`forum:${channel}`, true, FORUM_MS),
    async open(message, posting) {
      try {
        return await open(message, posting);
      } catch (error) {
        if (!(error instanceof DiscordFailure && error.about === 'unclear')) throw error;
        return await open(message, posting);
      }
    },
  };
}

interface Thread {
  id: string;
  name: string;
  parent_id?: string;
}

/** The post of this title that stands in the forum already, the newest where there are several. */
async function findPost({ id, guild_id: guild }: Forum, title: string, client: Client): Promise<string | undefined> {
  const route = `/guilds/${guild}/threads/active` as const;
  const { threads } = await client.call<{ threads: readonly Thread[] }>({ method: 'GET', route });
  return threads
    .filter(({ parent_id: parent, name }) => parent === id && name === title)
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))[0]?.id;
}
