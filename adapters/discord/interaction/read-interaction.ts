import {
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIMessageTopLevelComponent,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { AttachedFile } from '../../../src/chat/attached-file.ts';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { chooseLanguage } from '../../../src/locales/languages.ts';
import type { Address } from '../../../src/subscription/address.ts';
import { isAdministrator, mayManage, mayPost } from '../access.ts';
import { parseCustomId } from '../render/custom-id.ts';
import type { InteractionRef } from './reply.ts';

/** Who asks in a server, and what Discord has checked. */
export interface AskingMember {
  roles: readonly string[];
  isAdministrator: boolean;
  /** The user has installed the bot too, so that the command may come from there. */
  hasUserInstall: boolean;
}

/** An interaction that asks the bot for something. */
export type Incoming = {
  ref: InteractionRef;
  /** It is in a direct message with the bot, which nobody else reads. */
  isBotDm: boolean;
  /** The user has installed the bot, but the place has not: the bot can only respond to the interaction. */
  isUserInstall: boolean;
  request: CommandRequest;
  /** The member of a server who asks; undefined elsewhere. */
  member: AskingMember | undefined;
} & (
  | { kind: 'command' }
  | {
      /** A pressed button, or an option selected in a menu. */
      kind: 'component';
      /** The message with the component. */
      message: string;
      /** The message answered the same user, so that it may be replaced. Other messages stay as they are. */
      isOwnMessage: boolean;
      /** Only the user sees the message. */
      ephemeral: boolean;
      /** The components of a message that stays as it is, if it was a menu that was used. */
      usedMenuOf?: readonly APIMessageTopLevelComponent[];
    }
  | {
      kind: 'autocomplete';
      /** The argument being typed. */
      arg: string;
      typed: string;
      /** The other arguments. */
      given: Readonly<Record<string, string>>;
    }
);

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

interface ReadContext {
  receivedAtMs: number;
  readAttachment(attachment: Pick<APIAttachment, 'filename' | 'size' | 'url'>): AttachedFile;
}

/** Undefined if the interaction asks for nothing. */
export function readInteraction(
  interaction: APIInteraction,
  { receivedAtMs, readAttachment }: ReadContext,
): Incoming | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return undefined;
      const [attachment] = Object.values(data.resolved?.attachments ?? {});
      const file = attachment && { file: readAttachment(attachment) };
      const command = { name: data.name, input: toInput(data.options), ...file };
      return { kind: 'command', ...readCommon(interaction, command, receivedAtMs) };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options } = interaction.data;
      const focused = options.find((option) => 'focused' in option && option.focused);
      if (focused === undefined) return undefined;
      const { [focused.name]: typed = '', ...given } = toInput(options);
      const common = readCommon(interaction, { name, input: {} }, receivedAtMs);
      return { kind: 'autocomplete', arg: focused.name, typed, given, ...common };
    }
    case InteractionType.MessageComponent:
      return readComponent(interaction, receivedAtMs);
    case InteractionType.Ping:
    case InteractionType.ModalSubmit:
      return undefined;
    default:
      // A type that Discord added later.
      interaction satisfies never;
      return undefined;
  }
}

function readComponent(interaction: APIMessageComponentInteraction, receivedAtMs: number): Incoming {
  const { data, message } = interaction;
  const chosen = data.component_type === ComponentType.StringSelect ? data.values[0] : parseCustomId(data.custom_id);
  const [, name = 'help', input = ''] = /^\/(\S+)\s*(.*)$/su.exec(chosen ?? '') ?? [];
  const common = readCommon(interaction, { name, input }, receivedAtMs);
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const isOwnMessage = ephemeral || message.interaction_metadata?.user.id === common.request.by;
  const isMenu = data.component_type === ComponentType.StringSelect;
  const usedMenuOf = isMenu && !isOwnMessage && { usedMenuOf: message.components ?? [] };
  return { kind: 'component', message: message.id, isOwnMessage, ephemeral, ...usedMenuOf, ...common };
}

/** The options by name; subcommands, which have no value, are left out. */
function toInput(options: readonly APIApplicationCommandInteractionDataOption[] = []): Record<string, string> {
  return Object.fromEntries(
    options.flatMap((option) => ('value' in option ? [[option.name, String(option.value)]] : [])),
  ) as Record<string, string>;
}

function readCommon(
  interaction: Exclude<APIInteraction, { type: InteractionType.Ping }>,
  command: Pick<CommandRequest, 'name' | 'input' | 'file'>,
  receivedAtMs: number,
) {
  const { id, token, application_id: application, guild_id: guild, member } = interaction;
  const isBotDm = guild === undefined && interaction.context !== InteractionContextType.PrivateChannel;
  // https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
  const isUserInstall =
    !isBotDm && !(ApplicationIntegrationType.GuildInstall in interaction.authorizing_integration_owners);
  const address = toAddress(interaction, isUserInstall ? undefined : guild);
  // In a direct message, permissions do not matter.
  const isThread = address.thread !== undefined;
  const posts = guild === undefined ? undefined : mayPost(interaction.app_permissions, { isThread });
  const manages = !isUserInstall && mayManage(member?.permissions);
  const request: CommandRequest = {
    ...command,
    language: chooseLanguage(interaction.locale),
    locale: interaction.locale,
    in: address,
    by: (member?.user ?? interaction.user)?.id ?? '',
    mayManage: async () => manages,
    ...(posts !== undefined && { mayPost: posts }),
  };
  const asking: AskingMember | undefined = member && {
    roles: member.roles,
    isAdministrator: isAdministrator(member.permissions),
    hasUserInstall: ApplicationIntegrationType.UserInstall in interaction.authorizing_integration_owners,
  };
  return { ref: { id, token, application, receivedAtMs }, isBotDm, isUserInstall, request, member: asking };
}

function toAddress({ channel }: Pick<APIInteraction, 'channel'>, server: string | undefined): Address {
  const id = channel?.id ?? '';
  const isThread = channel !== undefined && THREADS.includes(channel.type);
  const parent = isThread && 'parent_id' in channel ? channel.parent_id : undefined;
  return {
    platform: 'discord',
    ...(parent ? { chat: parent, thread: id } : { chat: id }),
    ...(server !== undefined && { server }),
  };
}
