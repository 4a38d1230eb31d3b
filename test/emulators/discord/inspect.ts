import type { createWaiting } from '../waiting.ts';
import type { Call } from './call.ts';
import type { Interactions } from './interactions.ts';
import type { Channel, Choice, Interaction, Message, User } from './model.ts';
import { type Shown, showMessage } from './show.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  calls: readonly Call[];
  interactions: Interactions;
  waitFor: ReturnType<typeof createWaiting>['waitFor'];
}

const INVALID = [401, 403, 429];

/** What can be seen of what happened. */
export function createInspection({ world, calls, interactions, waitFor }: Deps) {
  /** Throws where nobody will answer any more. */
  function expectAlive(asked: Interaction): void {
    if (asked.callback === undefined && interactions.isLate(asked)) throw new Error('The bot did not answer in time.');
  }

  return {
    /** Every request, or those of one route, in their order. */
    calls: (route?: string) => calls.filter((call) => route === undefined || call.route === route),
    /** What stands in a channel now, in its order; what only one person sees is there for that person. */
    messages({ id }: Pick<Channel, 'id'>, viewer?: User): Shown[] {
      const all = [...world.channelOf(id).messages.values()];
      const seen = all.filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === viewer?.id);
      return seen.map(showMessage);
    },
    channel: (id: string) => world.channelOf(id),
    /** A message as the emulator keeps it. */
    message: (at: Pick<Message, 'channelId' | 'id'>) => world.messageAt(at),
    /** Threads of a channel, in the order in which they began. */
    threads: ({ id }: Pick<Channel, 'id'>) => [...world.channels.values()].filter(({ parentId }) => parentId === id),
    /** What an interaction is answered with in the end, be it a message of its own or one that is changed. */
    answerTo: (asked: Interaction): Promise<Shown> =>
      waitFor(() => {
        expectAlive(asked);
        const message = interactions.originalOf(asked);
        return asked.callback !== undefined && !asked.loading && message && showMessage(message);
      }, 'an answer'),
    choicesFor: (asked: Interaction): Promise<readonly Choice[]> =>
      waitFor(() => {
        expectAlive(asked);
        return asked.choices;
      }, 'choices'),
    /** What came after the answer. */
    followUps({ channelId, followUpIds }: Interaction): Shown[] {
      const { messages } = world.channelOf(channelId);
      return followUpIds.flatMap((id) => messages.get(id) ?? []).map(showMessage);
    },
    /** What the platform refused as wrong, or silently dropped. Things that can happen to any bot are none. */
    violations: () => calls.flatMap(({ route, breaches }) => breaches.map((breach) => `${route}: ${breach}`)),
    /** What people did and nobody answered in time. */
    failedInteractions: () =>
      interactions.all.filter((asked) => asked.callback === undefined && interactions.isLate(asked)),
    /** Requests of the kind of which 10,000 in ten minutes shut the bot out. */
    invalidRequests: () => calls.filter(({ status, isShared }) => INVALID.includes(status ?? 0) && !isShared).length,
  };
}
