import type { createWaiting } from '../waiting.ts';
import type { Call } from './call.ts';
import type { Interactions } from './interactions/interactions.ts';
import { toVisibleMessage, type VisibleMessage } from './messages/visible-message.ts';
import type { Channel, Choice, Interaction, Message, User } from './model.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  calls: readonly Call[];
  interactions: Interactions;
  waitFor: ReturnType<typeof createWaiting>['waitFor'];
}

const INVALID = [401, 403, 429];

/** Read access for tests. */
export function createInspection({ world, calls, interactions, waitFor }: Deps) {
  /** Throws if the response is overdue. */
  function expectInTime(interaction: Interaction): void {
    if (interaction.callback === undefined && interactions.isLate(interaction))
      throw new Error('The bot did not answer in time.');
  }

  /** The answer, if the placeholder was deleted. */
  function firstFollowUp({ channelId, followUpIds: [id = ''] }: Interaction): Message | undefined {
    return world.channels.get(channelId)?.messages.get(id);
  }

  /** Whether the test spoiled the response to an earlier request of the same kind, so that the bot had to repeat it. */
  function repeatsSpoiled(call: Call): boolean {
    const earlier = calls.slice(0, calls.indexOf(call));
    return earlier.some(
      ({ method, path, fault }) => fault !== undefined && method === call.method && path === call.path,
    );
  }

  return {
    /** All requests, or those of one route, in order. */
    calls: (route?: string) => calls.filter((call) => route === undefined || call.route === route),
    /** The messages in a channel, in order; ephemeral messages only for their viewer. */
    messages({ id }: Pick<Channel, 'id'>, viewer?: User): VisibleMessage[] {
      const all = [...world.channelOf(id).messages.values()];
      const seen = all.filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === viewer?.id);
      return seen.map(toVisibleMessage);
    },
    channel: (id: string) => world.channelOf(id),
    /** A message in the emulator's own model. */
    message: (at: Pick<Message, 'channelId' | 'id'>) => world.messageAt(at),
    /** The threads of a channel, oldest first. */
    threads: ({ id }: Pick<Channel, 'id'>) => [...world.channels.values()].filter(({ parentId }) => parentId === id),
    /** Waits for the final response to an interaction: a new message or an edited one. */
    answerTo: (interaction: Interaction): Promise<VisibleMessage> =>
      waitFor(() => {
        expectInTime(interaction);
        const message = interactions.originalOf(interaction) ?? firstFollowUp(interaction);
        return interaction.callback !== undefined && !interaction.loading && message && toVisibleMessage(message);
      }, 'an answer'),
    choicesFor: (interaction: Interaction): Promise<readonly Choice[]> =>
      waitFor(() => {
        expectInTime(interaction);
        return interaction.choices;
      }, 'choices'),
    /** The follow-up messages. */
    followUps({ channelId, followUpIds }: Interaction): VisibleMessage[] {
      const { messages } = world.channelOf(channelId);
      return followUpIds.flatMap((id) => messages.get(id) ?? []).map(toVisibleMessage);
    },
    /** What the platform refused as invalid or silently dropped. Errors that a correct bot can get do not count. */
    violations: () =>
      calls
        .filter((call) => call.violations.length > 0 && !repeatsSpoiled(call))
        .flatMap(({ route, violations }) => violations.map((violation) => `${route}: ${violation}`)),
    /** Interactions without a response in time. */
    failedInteractions: () =>
      interactions.all.filter((interaction) => interaction.callback === undefined && interactions.isLate(interaction)),
    /** Counts the requests that Discord limits to 10,000 in ten minutes. */
    invalidRequests: () => calls.filter(({ status, isShared }) => INVALID.includes(status ?? 0) && !isShared).length,
  };
}
