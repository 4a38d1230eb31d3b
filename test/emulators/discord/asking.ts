import type { Interactions } from './interactions.ts';
import type { Channel, Interaction, User } from './model.ts';
import { tellChannel, tellMember, tellUser } from './serialize.ts';
import type { Dispatching } from './sessions.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  interactions: Interactions;
  dispatch: Dispatching;
  changed: () => void;
}

/** What a person does. */
export interface Act {
  kind: Interaction['kind'];
  user: User;
  channel: Channel;
  data: object;
  sourceId?: string;
  /** What the bot is told of the message whose component was used. */
  source?: object;
  focusedType?: number;
}

const TYPES = { command: 2, component: 3, autocomplete: 4 };
const MAX_ATTACHMENT = 10_485_760;

export type Ask = ReturnType<typeof createAsking>;

/** Tells the bot what a person did, and keeps it until it is answered. */
export function createAsking({ world, interactions, dispatch, changed }: Deps) {
  function describePlace({ channel, user }: Act): object {
    const guild = world.guildOf(channel);
    if (!guild) return { user: tellUser(user), context: world.isForeign(channel) ? 2 : 1 };
    const { id, locale } = guild;
    const permissions = String(guild.members.get(user.id) ?? 0n);
    return {
      guild_id: id,
      guild_locale: locale,
      guild: { id, locale, features: [] },
      member: { ...tellMember(user, guild), permissions },
      context: 0,
    };
  }

  function ownersFor({ channel, user }: Act): Record<string, string> {
    const own = user.installed && { 1: user.id };
    return world.isForeign(channel) ? { ...own } : { 0: channel.guildId ?? '0', ...own };
  }

  return (act: Act): Interaction => {
    const { kind, user, channel, data, sourceId, source, focusedType } = act;
    const id = world.nextId();
    const token = Buffer.from(`interaction:${id}:${crypto.randomUUID()}`).toString('base64url');
    const app = String(world.botPermissions(channel));
    const told = {
      id,
      token,
      application_id: world.bot.id,
      type: TYPES[kind],
      version: 1,
      data,
      channel_id: channel.id,
      channel: { ...tellChannel(channel, world), permissions: app },
      locale: user.locale,
      app_permissions: app,
      authorizing_integration_owners: ownersFor(act),
      entitlements: [],
      attachment_size_limit: MAX_ATTACHMENT,
      ...(source && { message: source }),
      ...describePlace(act),
    };
    const asked: Interaction = {
      id,
      token,
      kind,
      user,
      channelId: channel.id,
      at: Date.now(),
      foreign: world.isForeign(channel),
      told,
      loading: false,
      followUpIds: [],
      ...(sourceId !== undefined && { sourceId, originalId: sourceId }),
      ...(focusedType !== undefined && { focusedType }),
    };
    interactions.add(asked, changed);
    dispatch('INTERACTION_CREATE', told, 0);
    changed();
    return asked;
  };
}
