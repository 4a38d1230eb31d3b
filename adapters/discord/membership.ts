import { GatewayDispatchEvents } from 'discord.js';
import type { Place } from '../../src/subscription/store.ts';

const PLATFORM = 'discord';

/** The part of an event about a server, a channel or a thread that is read. */
export interface MembershipEvent {
  id: string;
  /** The server is out of order: an outage, and no removal. */
  unavailable?: boolean;
  guild_id?: string;
  parent_id?: string | null;
}

/** Whether the bot was let in somewhere, or shut out; undefined where neither is certain. */
export function readMembership(
  event: string,
  payload: MembershipEvent,
): { place: Place; isThere: boolean } | undefined {
  switch (event) {
    case GatewayDispatchEvents.GuildCreate:
      return payload.unavailable === true
        ? undefined
        : { place: { platform: PLATFORM, server: payload.id }, isThere: true };
    case GatewayDispatchEvents.GuildDelete:
      return payload.unavailable === true
        ? undefined
        : { place: { platform: PLATFORM, server: payload.id }, isThere: false };
    case GatewayDispatchEvents.ChannelDelete:
      return { place: { platform: PLATFORM, chat: payload.id }, isThere: false };
    case GatewayDispatchEvents.ThreadDelete: {
      const chat = payload.parent_id ?? undefined;
      return chat === undefined
        ? undefined
        : { place: { platform: PLATFORM, chat, thread: payload.id }, isThere: false };
    }
    default:
      return undefined;
  }
}
