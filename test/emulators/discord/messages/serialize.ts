import type { Channel, Guild, Message, User } from '../model.ts';
import type { World } from '../world.ts';
import { serializeComponent } from './serialize-component.ts';

const JOINED = '2024-01-01T00:00:00.000Z';
const NO_GUILD_SETTINGS = {
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
};

export function serializeUser({ id, username, bot }: User) {
  return {
    id,
    username,
    discriminator: bot ? '0001' : '0',
    global_name: null,
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...(bot && { bot }),
  };
}

export function serializeMember(user: User, { botRoleId, memberRoles }: Guild) {
  return {
    user: serializeUser(user),
    nick: null,
    avatar: null,
    banner: null,
    roles: user.bot ? [botRoleId] : [...(memberRoles.get(user.id) ?? [])],
    joined_at: JOINED,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function serializeChannel(channel: Channel, { bot }: Pick<World, 'bot'>): object {
  const { id, type, name, guildId, parentId, flags, tags, denied, recipients, messages, slowModeMs = 0 } = channel;
  const last = { last_message_id: [...messages.keys()].at(-1) ?? null };
  if (guildId === undefined) return { id, type, flags, ...last, recipients: recipients.map(serializeUser) };
  const shared = { id, type, guild_id: guildId, name, flags, ...last, parent_id: parentId ?? null };
  if (channel.thread) return { ...shared, ...serializeThread(channel, bot.id) };
  return {
    ...shared,
    position: 0,
    topic: null,
    nsfw: false,
    rate_limit_per_user: Math.ceil(slowModeMs / 1000),
    permission_overwrites: denied === 0n ? [] : [{ id: bot.id, type: 1, allow: '0', deny: String(denied) }],
    ...((type === 15 || type === 16) && { available_tags: tags.map(serializeTag) }),
  };
}

function serializeTag({ id, name }: { id: string; name: string }) {
  return { id, name, moderated: false, emoji_id: null, emoji_name: null };
}

function serializeThread({ thread, messages }: Channel, ownerId: string): object {
  const createdAt = new Date(thread?.createdAt ?? 0).toISOString();
  return {
    owner_id: ownerId,
    rate_limit_per_user: 0,
    message_count: messages.size,
    total_message_sent: messages.size,
    member_count: 1,
    applied_tags: thread?.appliedTags,
    thread_metadata: {
      archived: thread?.archived,
      locked: thread?.locked,
      auto_archive_duration: thread?.autoArchiveMinutes,
      archive_timestamp: thread?.archivedAt === undefined ? createdAt : new Date(thread.archivedAt).toISOString(),
      create_timestamp: createdAt,
    },
  };
}

export function serializeGuild(guild: Guild, bot: User) {
  const { id, name, ownerId, locale } = guild;
  const roles = [serializeRole(id, '@everyone', 0n), serializeBotRole(guild, bot)];
  return { ...NO_GUILD_SETTINGS, id, name, owner_id: ownerId, preferred_locale: locale, roles };
}

export function serializeBotRole({ botRoleId, botPermissions }: Guild, bot: User) {
  return { ...serializeRole(botRoleId, bot.username, botPermissions), managed: true, tags: { bot_id: bot.id } };
}

function serializeRole(id: string, name: string, permissions: bigint) {
  return {
    id,
    name,
    permissions: String(permissions),
    description: null,
    position: name === '@everyone' ? 0 : 1,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A guild as `GUILD_CREATE` has it. */
export function serializeGatewayGuild(guild: Guild, { bot, channels }: Pick<World, 'bot' | 'channels'>): object {
  const inside = [...channels.values()].filter(({ guildId }) => guildId === guild.id);
  const serializeAll = (wanted: boolean) =>
    inside
      .filter(({ thread }) => (thread !== undefined) === wanted)
      .map((channel) => serializeChannel(channel, { bot }));
  return {
    ...serializeGuild(guild, bot),
    joined_at: guild.joinedAt ?? JOINED,
    large: false,
    unavailable: false,
    member_count: guild.members.size + 1,
    members: [serializeMember(bot, guild)],
    channels: serializeAll(false),
    threads: serializeAll(true),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function serializeMessage(message: Message, { users }: Pick<World, 'users'>) {
  const { id, channelId, author, type, content, embeds, components, flags, sentAt, editedAt, nonce } = message;
  const { pings, origin } = message;
  const mentioned = pings.users.map((user) => users.get(user)).filter((user) => user !== undefined);
  return {
    id,
    channel_id: channelId,
    type,
    content,
    author: serializeUser(author),
    timestamp: new Date(sentAt).toISOString(),
    edited_timestamp: editedAt === undefined ? null : new Date(editedAt).toISOString(),
    tts: false,
    pinned: false,
    mention_everyone: pings.everyone,
    mentions: mentioned.map(serializeUser),
    mention_roles: pings.roles,
    attachments: [],
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: components.map(serializeComponent),
    flags,
    ...(nonce !== undefined && { nonce }),
    ...origin,
  };
}
