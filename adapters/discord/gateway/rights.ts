import { GatewayDispatchEvents } from 'discord.js';
import type { Place } from '../../../src/subscription/store.ts';

/** The fields that are read of an event about what the bot may do. */
export interface RightsEvent {
  id?: string;
  guild_id?: string;
  permission_overwrites?: unknown;
  role?: { id: string; permissions: string };
  /** The roles of the bot: without the members intent, Discord sends no such events about others. */
  roles?: unknown;
}

/** Beyond that, the oldest is forgotten, and the next event about it counts as a change. */
const MAX_REMEMBERED = 10_000;

/**
 * Creates a function that returns the place where an event may have changed the rights of the bot. Channels are also renamed and
 * moved, some every few minutes: an event with the same rights as the one before is ignored.
 */
export function createRightsWatch(): (event: string, payload: RightsEvent) => Place | undefined {
  const before = new Map<string, string>();
  return (event, payload) => {
    const read = readRights(event, payload);
    if (read === undefined) return undefined;
    const { of, place, rights } = read;
    const said = JSON.stringify(rights);
    const isSame = before.get(of) === said;
    before.delete(of);
    before.set(of, said);
    const [oldest] = before.keys();
    if (before.size > MAX_REMEMBERED && oldest !== undefined) before.delete(oldest);
    return isSame ? undefined : place;
  };
}

/** What an event is about, and what it says about rights there. */
function readRights(
  event: string,
  { id, guild_id: server, permission_overwrites: overwrites, role, roles }: RightsEvent,
): { of: string; place: Place; rights: unknown } | undefined {
  const platform = 'discord';
  if (server === undefined) return undefined;
  if (event === GatewayDispatchEvents.ChannelUpdate && id !== undefined)
    return { of: id, place: { platform, chat: id }, rights: overwrites };
  if (event === GatewayDispatchEvents.GuildRoleUpdate && role !== undefined)
    return { of: role.id, place: { platform, server }, rights: role.permissions };
  if (event === GatewayDispatchEvents.GuildMemberUpdate)
    return { of: `member ${server}`, place: { platform, server }, rights: roles };
  return undefined;
}
