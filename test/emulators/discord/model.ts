export interface User {
  id: string;
  username: string;
  /** The language of the person's client. */
  locale: string;
  bot?: true;
  /** Takes no direct messages from bots. */
  closed?: true;
  /** Has the application on the own account. */
  installed?: true;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  /** What each member may do. */
  members: Map<string, bigint>;
  /** The role that carries the bot's permissions. */
  botRoleId: string;
  botPermissions: bigint;
  /** Whether the bot is there; a guild that is away has an outage. */
  state: 'here' | 'away' | 'foreign';
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
}

export interface Channel {
  id: string;
  type: number;
  name: string;
  guildId?: string;
  parentId?: string;
  /** Who is in it, where it belongs to no guild. */
  recipients: readonly User[];
  /** A conversation of others. */
  foreign?: true;
  flags: number;
  tags: readonly Tag[];
  thread?: Thread;
  /** What the bot may not do there. */
  denied: bigint;
  /** Messages are replaced when they are edited, never changed. */
  messages: Map<string, Message>;
}

/** A component as it was checked: the fields that it has depend on its type. */
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
  description?: string;
  items?: { media: { url: string }; description?: string }[];
}

/** Whom a message would notify. */
export interface Pings {
  everyone: boolean;
  users: string[];
  roles: string[];
}

export interface Message {
  id: string;
  channelId: string;
  author: User;
  /** 0 is a plain one, 20 the answer to a command. */
  type: number;
  content: string;
  embeds: readonly object[];
  components: readonly Component[];
  flags: number;
  sentAt: number;
  editedAt?: number;
  nonce?: string | number;
  pings: Pings;
  /** The only user who sees it. */
  ephemeralFor?: string;
  /** What it answers, as it is told to the bot. */
  origin?: object;
}

export interface Choice {
  name: string;
  value: string | number;
}

/** Something that a person did and waits for an answer to. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: 'command' | 'autocomplete' | 'component';
  readonly user: User;
  readonly channelId: string;
  readonly at: number;
  /** The message whose component was used. */
  readonly sourceId?: string;
  /** Only the person has the application, the place has not. */
  readonly foreign: boolean;
  /** The type of the option that is being typed in. */
  readonly focusedType?: number;
  /** What the bot was told. */
  readonly told: Readonly<Record<string, unknown>>;
  /** The type of the first answer: 4 to 8. */
  callback?: number;
  /** It was put off: what is shown is still to come. */
  loading: boolean;
  /** The first answer, or the message that was updated. */
  originalId?: string;
  followUpIds: string[];
  choices?: readonly Choice[];
}

export interface Command {
  id: string;
  name: string;
  type: number;
  options: readonly CommandOption[];
  /** Undefined: for everyone; otherwise the bits of what is needed. */
  memberPermissions: bigint | undefined;
  /** Where it is offered: 0 guilds, 1 the bot's direct messages, 2 others; undefined: everywhere. */
  contexts: readonly number[] | undefined;
  /** For whom: 0 guilds that have it, 1 users who have it. */
  integrationTypes: readonly number[];
  /** As the bot reads it. */
  told: Readonly<Record<string, unknown>>;
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
