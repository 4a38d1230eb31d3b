import type { Update } from 'telegraf/types';
import type { Inbox } from './inbox.ts';

/** The updates that are not answered yet. Telegram keeps them until they are, so that nothing is stored. */
export interface Unanswered extends Inbox {
  /** Resolves once an update is answered; at once if it needs no answer. */
  whenAnswered(update: Update): Promise<void>;
}

export function createUnanswered(): Unanswered {
  const open = new Map<number, PromiseWithResolvers<void>>();
  return {
    async add(updates) {
      for (const { update_id: id } of updates) open.set(id, Promise.withResolvers());
    },
    async remove({ update_id: id }) {
      open.get(id)?.resolve();
      open.delete(id);
    },
    takeLeft: async () => [],
    whenAnswered: async ({ update_id: id }) => await open.get(id)?.promise,
  };
}
