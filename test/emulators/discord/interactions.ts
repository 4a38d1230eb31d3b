import { FLAG } from './content.ts';
import type { Interaction, Message } from './model.ts';
import { tellUser } from './serialize.ts';
import type { World } from './world.ts';

export type Interactions = ReturnType<typeof createInteractions>;

interface Times {
  /** How long an interaction waits for its first answer. */
  deadlineMs: number;
  /** How long the token of an interaction is good. */
  ttlMs: number;
}

/** Everything that people did and the bot was told of. */
export function createInteractions(world: World, { deadlineMs, ttlMs }: Times) {
  const all: Interaction[] = [];
  const late = new Set<string>();
  return {
    all,
    /** Adds what somebody did; `changed` is told when its time is over. */
    add(asked: Interaction, changed: () => void): void {
      all.push(asked);
      const end = () => {
        late.add(asked.id);
        changed();
      };
      setTimeout(end, deadlineMs).unref();
    },
    isLate: ({ id, at }: Interaction) => late.has(id) || Date.now() - at >= deadlineMs,
    isOver: ({ at }: Interaction) => Date.now() - at >= ttlMs,
    find: (id: string, token: string) => all.find((asked) => asked.id === id && asked.token === token),
    byToken: (token: string) => all.find((asked) => asked.token === token),
    /** The message that the interaction was answered with, or that it updates. */
    originalOf({ channelId, originalId }: Interaction): Message | undefined {
      return originalId === undefined ? undefined : world.channels.get(channelId)?.messages.get(originalId);
    },
    /** What marks a message as the answer to an interaction. */
    markOf(asked: Interaction, flags: number, isFirst: boolean): Partial<Message> {
      const type = asked.kind === 'command' ? 2 : 3;
      const metadata = {
        id: asked.id,
        type,
        user: tellUser(asked.user),
        authorizing_integration_owners: asked.told['authorizing_integration_owners'],
        ...(asked.sourceId !== undefined && { interacted_message_id: asked.sourceId }),
      };
      return {
        type: isFirst && asked.kind === 'command' ? 20 : 0,
        origin: { webhook_id: world.bot.id, application_id: world.bot.id, interaction_metadata: metadata },
        ...((flags & FLAG.ephemeral) !== 0 && { ephemeralFor: asked.user.id }),
      };
    },
  };
}
