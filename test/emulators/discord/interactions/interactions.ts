import { FLAG } from '../messages/content.ts';
import { serializeUser } from '../messages/serialize.ts';
import type { Interaction, Message } from '../model.ts';
import type { World } from '../world.ts';

export type Interactions = ReturnType<typeof createInteractions>;

interface Times {
  /** How long an interaction waits for its first response. */
  deadlineMs: number;
  /** How long the token of an interaction is valid. */
  ttlMs: number;
}

/** All interactions that were sent to the bot. */
export function createInteractions(world: World, { deadlineMs, ttlMs }: Times) {
  const all: Interaction[] = [];
  const late = new Set<string>();
  return {
    all,
    /** Adds an interaction; calls `changed` at its deadline. */
    add(interaction: Interaction, changed: () => void): void {
      all.push(interaction);
      const end = () => {
        late.add(interaction.id);
        changed();
      };
      setTimeout(end, deadlineMs).unref();
    },
    isLate: ({ id, at }: Interaction) => late.has(id) || Date.now() - at >= deadlineMs,
    isExpired: ({ at }: Interaction) => Date.now() - at >= ttlMs,
    find: (id: string, token: string) =>
      all.find((interaction) => interaction.id === id && interaction.token === token),
    byToken: (token: string) => all.find((interaction) => interaction.token === token),
    /** The first response to the interaction, or the message that it updates. */
    originalOf({ channelId, originalId }: Interaction): Message | undefined {
      return originalId === undefined ? undefined : world.channels.get(channelId)?.messages.get(originalId);
    },
    /** The fields that link a message to the interaction it responds to. */
    messageFieldsOf(interaction: Interaction, flags: number, isFirst: boolean): Partial<Message> {
      const type = interaction.kind === 'command' ? 2 : 3;
      const metadata = {
        id: interaction.id,
        type,
        user: serializeUser(interaction.user),
        authorizing_integration_owners: interaction.payload['authorizing_integration_owners'],
        ...(interaction.sourceId !== undefined && { interacted_message_id: interaction.sourceId }),
      };
      return {
        type: isFirst && interaction.kind === 'command' ? 20 : 0,
        origin: { webhook_id: world.bot.id, application_id: world.bot.id, interaction_metadata: metadata },
        ...((flags & FLAG.ephemeral) !== 0 && { ephemeralFor: interaction.user.id }),
      };
    },
  };
}
