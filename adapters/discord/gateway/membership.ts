import { GatewayDispatchEvents } from 'discord.js';
import type { Place } from '../../../src/subscription/store.ts';

/** The fields that are read of an event about a server, a channel or a thread. */
export interface MembershipEvent {
  id: string;
  /** The server has an outage: it was neither added nor removed. */
  unavailable?: boolean;
  parent_id?: string | null;
}

/** The place where the bot was added or removed; undefined if the event means neither. */
export function readMembership(
  event: string,
  { id, unavailable, parent_id: parent }: MembershipEvent,
): { place: Place; isAdded: boolean } | undefined {
  const platform = 'discord';
  switch (event) {
    case GatewayDispatchEvents.GuildCreate:
    case GatewayDispatchEvents.GuildDelete:
      if (unavailable === true) return undefined;
      return { place: { platform, server: id }, isAdded: event === GatewayDispatchEvents.GuildCreate };
    case GatewayDispatchEvents.ChannelDelete:
      return { place: { platform, chat: id }, isAdded: false };
    case GatewayDispatchEvents.ThreadDelete:
      return typeof parent === 'string' ? { place: { platform, chat: parent, thread: id }, isAdded: false } : undefined;
    default:
      return undefined;
  }
}
