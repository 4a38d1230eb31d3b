import type { Update } from 'telegraf/types';
import type { StateStore } from '../../../src/state-store.ts';

export type Inbox = ReturnType<typeof createInbox>;

const KEY = 'inbox';
/** A later answer would surprise: the person has asked again, or given up. */
const KEPT_MS = 60 * 60 * 1000;
/** The newest of more are kept, so that a crowd does not delay the next start. */
const MAX_KEPT = 100;

/**
 * Stores the updates that are confirmed to Telegram but not answered yet, so that a process that is killed meanwhile does not
 * lose them. A store that fails is reported, and users are answered all the same.
 */
export function createInbox(store: StateStore, report: (error: unknown) => void) {
  const open = new Map<number, Update>();
  const save = () => store.set(KEY, [...open.values()].slice(-MAX_KEPT), KEPT_MS).catch(report);
  return {
    async add(updates: readonly Update[]): Promise<void> {
      if (updates.length === 0) return;
      for (const update of updates) open.set(update.update_id, update);
      await save();
    },
    async remove({ update_id: id }: Update): Promise<void> {
      if (open.delete(id)) await save();
    },
    /** Takes out what the previous process left unanswered. */
    async takeLeft(): Promise<readonly Update[]> {
      try {
        const left = (await store.get<Update[]>(KEY)) ?? [];
        await store.delete(KEY);
        return left;
      } catch (error) {
        report(error);
        return [];
      }
    },
  };
}
