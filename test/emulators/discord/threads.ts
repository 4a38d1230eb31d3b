import { type Call, fieldsOf, idOf, listOf, type Method, pageOf, toText } from './call.ts';
import { type Dispatch, INTENT } from './gateway/sessions.ts';
import { readNewMessage } from './messages/content.ts';
import { createFormErrors } from './messages/form-errors.ts';
import type { Posting } from './messages/posting.ts';
import { serializeChannel, serializeMessage } from './messages/serialize.ts';
import type { Channel, Thread } from './model.ts';
import { refusal } from './refusal.ts';
import { checkSchema, SCHEMAS } from './schemas.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  posting: Posting;
  dispatch: Dispatch;
}

const TEXT = 0;
const ANNOUNCEMENT = 5;
const FORUMS = [15, 16];
const ANNOUNCEMENT_THREAD = 10;
const PUBLIC_THREAD = 11;
const PRIVATE_THREAD = 12;
const REQUIRE_TAG = 1 << 4;
const ARCHIVED_PAGE = 50;
const DAY_MINUTES = 1440;

/** The routes that create and list threads. */
export function createThreadMethods({ world, posting, dispatch }: Deps): Record<string, Method> {
  function open(call: Call, parent: Channel, more: { id?: string; type: number }): Channel {
    const { name, auto_archive_duration: minutes, applied_tags: tags } = fieldsOf(call.body);
    const thread: Channel = {
      id: world.nextId(),
      name: toText(name),
      parentId: parent.id,
      recipients: [],
      flags: 0,
      tags: [],
      denied: 0n,
      messages: new Map(),
      thread: {
        archived: false,
        locked: false,
        autoArchiveMinutes: Number(minutes ?? DAY_MINUTES),
        appliedTags: listOf(tags).map(toText),
        createdAt: Date.now(),
      },
      ...(parent.guildId !== undefined && { guildId: parent.guildId }),
      ...more,
    };
    world.channels.set(thread.id, thread);
    dispatch('THREAD_CREATE', { ...serializeChannel(thread, world), newly_created: true }, INTENT.guilds);
    return thread;
  }

  function postInForum(call: Call, forum: Channel): object {
    const body = fieldsOf(call.body);
    world.reach(forum.id, 'SendMessages');
    const content = readNewMessage(call, {
      body: body['message'] ?? {},
      schema: SCHEMAS.createMessage,
      base: ['message'],
    });
    const tags = listOf(body['applied_tags']);
    if (tags.some((tag) => !forum.tags.some(({ id }) => id === tag))) throw refusal('unknownTag');
    if ((forum.flags & REQUIRE_TAG) !== 0 && tags.length === 0) throw refusal('tagRequired');
    const thread = open(call, forum, { type: PUBLIC_THREAD });
    const message = posting.post(thread, content, { id: thread.id });
    return { ...serializeChannel(thread, world), message: serializeMessage(message, world) };
  }

  function openBare(call: Call, channel: Channel): object {
    if (channel.type !== TEXT && channel.type !== ANNOUNCEMENT) throw refusal('wrongChannelType');
    const type = Number(fieldsOf(call.body)['type'] ?? PRIVATE_THREAD);
    world.reach(channel.id, type === PRIVATE_THREAD ? 'CreatePrivateThreads' : 'CreatePublicThreads');
    if ((type === ANNOUNCEMENT_THREAD) !== (channel.type === ANNOUNCEMENT)) throw refusal('wrongChannelType');
    return serializeChannel(open(call, channel, { type }), world);
  }

  function openAt(call: Call): object {
    const channel = world.reach(idOf(call, 'channel_id'), 'CreatePublicThreads');
    const { id } = world.messageIn(channel, idOf(call, 'message_id'));
    if (channel.type !== TEXT && channel.type !== ANNOUNCEMENT) throw refusal('wrongChannelType');
    if (world.channels.has(id)) throw refusal('threadExists');
    check(call, 'threadOfMessage');
    const type = channel.type === ANNOUNCEMENT ? ANNOUNCEMENT_THREAD : PUBLIC_THREAD;
    return serializeChannel(open(call, channel, { id, type }), world);
  }

  return {
    'POST /channels/{channel_id}/threads'(call) {
      const channel = world.reach(idOf(call, 'channel_id'));
      const isForum = FORUMS.includes(channel.type);
      check(call, isForum ? 'forumThread' : 'thread');
      return isForum ? postInForum(call, channel) : openBare(call, channel);
    },
    'POST /channels/{channel_id}/messages/{message_id}/threads': openAt,
    'GET /channels/{channel_id}/threads/archived/public'(call) {
      const channel = world.reach(idOf(call, 'channel_id'), 'ReadMessageHistory');
      const all = [...world.channels.values()].filter(({ parentId }) => parentId === channel.id);
      const before = Date.parse(call.query.get('before') ?? '') || Number.POSITIVE_INFINITY;
      const archived = all
        .filter(({ thread, type }) => thread?.archived && type !== PRIVATE_THREAD && archivedAt(thread) < before)
        .toSorted((one, other) => archivedAt(other.thread) - archivedAt(one.thread));
      const page = archived.slice(0, pageOf(call, ARCHIVED_PAGE));
      const hasMore = page.length < archived.length;
      return { threads: page.map((thread) => serializeChannel(thread, world)), members: [], has_more: hasMore };
    },
    'GET /guilds/{guild_id}/threads/active'(call) {
      const guild = world.guilds.get(idOf(call, 'guild_id'));
      if (!guild || guild.state === 'foreign') throw refusal('unknownGuild');
      const all = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
      const active = all.filter(({ thread }) => thread && !thread.archived);
      return { threads: active.map((thread) => serializeChannel(thread, world)), members: [], has_more: false };
    },
  };
}

function archivedAt(thread: Thread | undefined): number {
  return thread?.archivedAt ?? 0;
}

function check(call: Call, schema: 'forumThread' | 'thread' | 'threadOfMessage'): void {
  const form = createFormErrors();
  checkSchema(SCHEMAS[schema], call.body, { form, violations: call.violations });
  form.throwIfAny(call.violations);
}
