import type { Upload } from '../read-form.ts';

export interface User {
  id: string;
  username: string;
  /** The language of the user's client. */
  locale: string;
  bot?: true;
  /** Does not accept direct messages from bots. */
  closed?: true;
  /** Has installed the application for the user account. */
  installed?: true;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  /** The permissions of each member. */
  members: Map<string, bigint>;
  /** The roles of each member that has any. */
  memberRoles: Map<string, readonly string[]>;
  /** What the guild has changed about commands, by command id, or by application id for all of them. */
  commandPermissions: Map<string, readonly CommandPermission[]>;
  /** The bot's managed role. */
  botRoleId: string;
  botPermissions: bigint;
  /** When the bot was invited, ISO 8601; long ago by default. */
  joinedAt?: string;
  /** `here`: the bot is a member. `away`: the guild has an outage. `foreign`: the bot is not a member. */
  state: 'here' | 'away' | 'foreign';
}

/** Type 1 is a role, 2 a user, 3 a channel. */
export interface CommandPermission {
  id: string;
  type: 1 | 2 | 3;
  permission: boolean;
}

export interface Tag {
  id: string;
  name: string;
}

export interface Thread {
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  appliedTags: readonly string[];
  createdAt: number;
  /** When it was last archived or unarchived; no two threads share a moment. */
  archivedAt?: number;
}

export interface Channel {
  id: string;
  type: number;
  name: string;
  guildId?: string;
  parentId?: string;
  /** The participants, if it belongs to no guild. */
  recipients: readonly User[];
  /** A conversation without the bot. */
  foreign?: true;
  flags: number;
  tags: readonly Tag[];
  thread?: Thread;
  /** How long after a message the bot must wait with the next one. */
  slowModeMs?: number;
  /** The permissions that the bot is denied here. */
  denied: bigint;
  /** An edit replaces the message object; it never mutates it. */
  messages: Map<string, Message>;
}

/** A validated component; its fields depend on its type. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  emoji?: { name?: string };
  url?: string;
  disabled?: boolean;
  content?: string;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  options?: { label: string; value: string; description?: string; default?: boolean }[];
  components?: Component[];
  accessory?: Component;
  media?: { url: string };
  file?: { url: string };
  description?: string;
  items?: { media: { url: string }; description?: string }[];
}

/** Who is notified by a message. */
export interface Pings {
  everyone: boolean;
  users: string[];
  roles: string[];
}

export interface Message {
  id: string;
  channelId: string;
  author: User;
  /** 0 is a plain message, 20 the response to a command. */
  type: number;
  content: string;
  embeds: readonly object[];
  components: readonly Component[];
  flags: number;
  sentAt: number;
  editedAt?: number;
  nonce?: string | number;
  pings: Pings;
  /** What it shows as attachments. */
  files: readonly Upload[];
  /** The only user who can see it. */
  ephemeralFor?: string;
  /** The webhook and interaction that created it, serialized. */
  origin?: object;
}

export interface Choice {
  name: string;
  value: string | number;
}

/** An interaction that waits for the bot's response. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: 'command' | 'autocomplete' | 'component';
  readonly user: User;
  readonly channelId: string;
  readonly at: number;
  /** The id of the message whose component was used. */
  readonly sourceId?: string;
  /** The person has installed the application, the server has not. */
  readonly foreign: boolean;
  /** The type of the option that is being typed. */
  readonly focusedType?: number;
  /** The payload that the bot received. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The type of the first response: 4 to 8. */
  callback?: number;
  /** The response was deferred and has not come yet. */
  loading: boolean;
  /** The id of the first response, or of the updated message. */
  originalId?: string;
  followUpIds: string[];
  choices?: readonly Choice[];
}

export interface Command {
  id: string;
  name: string;
  type: number;
  options: readonly CommandOption[];
  /** The required permission bits; undefined for everyone. */
  memberPermissions: bigint | undefined;
  /** 0 guilds, 1 the bot's direct messages, 2 other conversations; undefined is everywhere. */
  contexts: readonly number[] | undefined;
  /** 0 guilds that installed it, 1 users who installed it. */
  integrationTypes: readonly number[];
  /** The command as the API returns it. */
  serialized: Readonly<Record<string, unknown>>;
}

export interface CommandOption {
  type: number;
  name: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: readonly Choice[];
  options?: readonly CommandOption[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: readonly number[];
}
