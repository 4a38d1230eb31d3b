import type { Dispatch } from '../gateway/sessions.ts';
import { serializeChannel, serializeMember, serializeUser } from '../messages/serialize.ts';
import type { Channel, Interaction, User } from '../model.ts';
import type { World } from '../world.ts';
import type { Interactions } from './interactions.ts';

interface Deps {
  world: World;
  interactions: Interactions;
  dispatch: Dispatch;
  changed: () => void;
}

/** An action of a person that creates an interaction. */
export interface UserAction {
  kind: Interaction['kind'];
  user: User;
  channel: Channel;
  data: object;
  sourceId?: string;
  /** The message whose component was used, serialized. */
  source?: object;
  focusedType?: number;
}

const TYPES = { command: 2, component: 3, autocomplete: 4 };
const MAX_ATTACHMENT = 10_485_760;

export type SendInteraction = ReturnType<typeof createInteractionSender>;

/** Sends an interaction to the bot, and records it until the bot responds. */
export function createInteractionSender({ world, interactions, dispatch, changed }: Deps) {
  function describePlace({ channel, user }: UserAction): object {
    const guild = world.guildOf(channel);
    if (!guild) return { user: serializeUser(user), context: world.isForeign(channel) ? 2 : 1 };
    const { id, locale } = guild;
    const permissions = String(guild.members.get(user.id) ?? 0n);
    return {
      guild_id: id,
      guild_locale: locale,
      guild: { id, locale, features: [] },
      member: { ...serializeMember(user, guild), permissions },
      context: 0,
    };
  }

  function ownersFor({ channel, user }: UserAction): Record<string, string> {
    const own = user.installed && { 1: user.id };
    return world.isForeign(channel) ? { ...own } : { 0: channel.guildId ?? '0', ...own };
  }

  return (action: UserAction): Interaction => {
    const { kind, user, channel, data, sourceId, source, focusedType } = action;
    const id = world.nextId();
    const token = Buffer.from(`interaction:${id}:${crypto.randomUUID()}`).toString('base64url');
    const app = String(world.botPermissions(channel));
    const payload = {
      id,
      token,
      application_id: world.bot.id,
      type: TYPES[kind],
      version: 1,
      data,
      channel_id: channel.id,
      channel: { ...serializeChannel(channel, world), permissions: app },
      locale: user.locale,
      app_permissions: app,
      authorizing_integration_owners: ownersFor(action),
      entitlements: [],
      attachment_size_limit: MAX_ATTACHMENT,
      ...(source && { message: source }),
      ...describePlace(action),
    };
    const interaction: Interaction = {
      id,
      token,
      kind,
      user,
      channelId: channel.id,
      at: Date.now(),
      foreign: world.isForeign(channel),
      payload,
      loading: false,
      followUpIds: [],
      ...(sourceId !== undefined && { sourceId, originalId: sourceId }),
      ...(focusedType !== undefined && { focusedType }),
    };
    interactions.add(interaction, changed);
    dispatch('INTERACTION_CREATE', payload, 0);
    changed();
    return interaction;
  };
}
