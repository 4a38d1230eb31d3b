import { GatewayDispatchEvents } from 'discord.js';
import type { Place } from '../../src/subscription/store.ts';

const PLATFORM = 'discord';

/** What Discord tells of a server, a channel or a thread, as far as it is read. */
export interface MembershipEvent {
  id: string;
  /** The server is out of order: an outage, and no removal. */
  unavailable?: boolean;
  guild_id?: string;
  parent_id?: string | null;
}

/** Whether the bot was let in somewhere, or shut out; undefined where neither is certain. */
export function readMembership(event: string, told: MembershipEvent): { place: Place; isThere: boolean } | undefined {
  switch (event) {
    case GatewayDispatchEvents.GuildCreate:
      return told.unavailable === true ? undefined : { place: { platform: PLATFORM, server: told.id }, isThere: true };
    case GatewayDispatchEvents.GuildDelete:
      return told.unavailable === true ? undefined : { place: { platform: PLATFORM, server: told.id }, isThere: false };
    case GatewayDispatchEvents.ChannelDelete:
      return { place: { platform: PLATFORM, chat: told.id }, isThere: false };
    case GatewayDispatchEvents.ThreadDelete: {
      const chat = told.parent_id ?? undefined;
      return chat === undefined ? undefined : { place: { platform: PLATFORM, chat, thread: told.id }, isThere: false };
    }
    default:
      return undefined;
  }
}
