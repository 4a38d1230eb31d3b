import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
} from 'discord.js';
import type { CommandRequest } from '../../src/chat/request.ts';
import { chooseLanguage } from '../../src/locales/language.ts';
import type { Address } from '../../src/subscription/address.ts';
import { mayManage } from './access.ts';
import type { Hook } from './interaction-callback.ts';
import { parseCustomId } from './render/custom-id.ts';

/** What someone did. */
export type Incoming = {
  hook: Hook;
  /** Nobody else reads here. */
  alone: boolean;
  /** Only who asked has the bot, and the place has not: it may answer here, and say nothing else. */
  visiting: boolean;
  request: CommandRequest;
} & (
  | { kind: 'command' }
  | {
      kind: 'press';
      /** The message that was pressed. */
      message: string;
      /**
       * Whose message it was. `own`: of who pressed, so that it may change. `shared`: of everybody here, or of somebody
       * else; what is opened from it is shown apart.
       */
      of: 'own' | 'shared';
      /** Only who pressed sees it. */
      ephemeral: boolean;
    }
  | {
      kind: 'typing';
      /** The argument being typed. */
      arg: string;
      typed: string;
      given: Readonly<Record<string, string>>;
    }
);

const PLATFORM = 'discord';
const EPHEMERAL = 1 << 6;
const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** What an interaction asks of the bot; undefined where it asks nothing. */
export function readInteraction(interaction: APIInteraction, receivedAtMs: number): Incoming | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      const { data } = interaction;
      if (data.type !== ApplicationCommandType.ChatInput) return undefined;
      return {
        kind: 'command',
        ...common(interaction, { name: data.name, input: toInput(data.options) }, receivedAtMs),
      };
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, options } = interaction.data;
      const focused = options.find((option) => 'focused' in option && option.focused);
      if (focused === undefined) return undefined;
      const { [focused.name]: typed = '', ...given } = toInput(options);
      return {
        kind: 'typing',
        arg: focused.name,
        typed,
        given,
        ...common(interaction, { name, input: {} }, receivedAtMs),
      };
    }
    case InteractionType.MessageComponent:
      return readPress(interaction, receivedAtMs);
    case InteractionType.Ping:
    case InteractionType.ModalSubmit:
      return undefined;
    default:
      // A kind of interaction that is newer than this.
      interaction satisfies never;
      return undefined;
  }
}

function readPress(interaction: APIMessageComponentInteraction, receivedAtMs: number): Incoming {
  const { data, message } = interaction;
  const pressed = data.component_type === ComponentType.StringSelect ? data.values[0] : parseCustomId(data.custom_id);
  const [, name = 'help', input = ''] = /^\/(\S+)\s*(.*)$/su.exec(pressed ?? '') ?? [];
  const ephemeral = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const rest = common(interaction, { name, input }, receivedAtMs);
  const asked = message.interaction_metadata?.user.id;
  const of = ephemeral || asked === rest.request.by ? 'own' : 'shared';
  return { kind: 'press', message: message.id, of, ephemeral, ...rest };
}

/** Discord names each option; numbers come as such. */
function toInput(options: readonly APIApplicationCommandInteractionDataOption[] = []): Record<string, string> {
  const given = options.flatMap((option) => {
    const nested =
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup;
    return nested ? [] : [[option.name, String(option.value)]];
  });
  return Object.fromEntries(given) as Record<string, string>;
}

function common(
  interaction: Exclude<APIInteraction, { type: InteractionType.Ping }>,
  asked: Pick<CommandRequest, 'name' | 'input'>,
  receivedAtMs: number,
) {
  const { id, token, application_id: application, guild_id: guild, member } = interaction;
  const alone = guild === undefined && interaction.context !== InteractionContextType.PrivateChannel;
  // https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object
  const visiting = !alone && !('0' in interaction.authorizing_integration_owners);
  const manages = !visiting && mayManage(member?.permissions);
  const request: CommandRequest = {
    ...asked,
    language: chooseLanguage(interaction.locale),
    locale: interaction.locale,
    in: addressOf(interaction, visiting ? undefined : guild),
    by: (member?.user ?? interaction.user)?.id ?? '',
    mayManage: async () => manages,
  };
  return { hook: { id, token, application, receivedAtMs }, alone, visiting, request };
}

function addressOf({ channel }: Pick<APIInteraction, 'channel'>, server: string | undefined): Address {
  const id = channel?.id ?? '';
  const isThread = channel !== undefined && THREADS.includes(channel.type);
  const parent = isThread && 'parent_id' in channel ? channel.parent_id : undefined;
  return {
    platform: PLATFORM,
    ...(parent ? { chat: parent, thread: id } : { chat: id }),
    ...(server !== undefined && { server }),
  };
}
