import { type Dispatch, INTENT } from '../gateway/sessions.ts';
import type { Channel, Message } from '../model.ts';
import type { World } from '../world.ts';
import { type Content, FLAG } from './content.ts';
import { serializeMessage } from './serialize.ts';

export type Posting = ReturnType<typeof createPosting>;

/** Creates, edits and deletes messages, and dispatches the events. */
export function createPosting(world: World, dispatch: Dispatch) {
  function announce(kind: string, message: Message, payload: object): void {
    if (message.ephemeralFor !== undefined) return;
    const { guildId } = world.channelOf(message.channelId);
    const guild = guildId === undefined ? {} : { guild_id: guildId };
    dispatch(kind, { ...payload, ...guild }, guildId === undefined ? INTENT.directMessages : INTENT.guildMessages);
  }

  return {
    post(channel: Channel, content: Content, more: Partial<Message> = {}): Message {
      const fresh = { id: world.nextId(), channelId: channel.id, author: world.bot, type: 0, sentAt: Date.now() };
      const message: Message = { ...fresh, ...content, ...more };
      channel.messages.set(message.id, message);
      announce('MESSAGE_CREATE', message, serializeMessage(message, world));
      return message;
    },
    /** Replacing "thinking…" does not count as an edit. */
    edit(before: Message, change: Partial<Message>): Message {
      const wasLoading = (before.flags & FLAG.loading) !== 0;
      const message = { ...before, ...change, ...(!wasLoading && { editedAt: Date.now() }) };
      world.channelOf(before.channelId).messages.set(message.id, message);
      announce('MESSAGE_UPDATE', message, serializeMessage(message, world));
      return message;
    },
    remove(message: Message): void {
      const { id, channelId } = message;
      world.channelOf(channelId).messages.delete(id);
      announce('MESSAGE_DELETE', message, { id, channel_id: channelId });
    },
  };
}
