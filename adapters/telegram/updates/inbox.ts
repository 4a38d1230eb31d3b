import type { Update } from 'telegraf/types';
import type { StateStore } from '../../../src/state-store.ts';

export type Inbox = ReturnType<typeof createInbox>;

/** Each update has an entry of its own: a process that lost its connection may still write while the next one polls. */
const PREFIX = 'inbox';
/** A later answer would surprise: the person has asked again, or given up. */
const KEPT_MS = 60 * 60 * 1000;
/** The newest of more are answered, so that a crowd does not delay the next start. */
const MAX_ANSWERED = 100;

/**
 * Stores the updates that are confirmed to Telegram but not answered yet, so that a process that is killed meanwhile does not
 * lose them. A store that fails is reported, and users are answered all the same.
 */
export function createInbox(store: StateStore, report: (error: unknown) => void) {
  const open = new Map<number, Update>();
  const unsaved = new Set<number>();

  async function save(update: Update): Promise<void> {
    await store.set(keyOf(update), update, KEPT_MS);
    unsaved.delete(update.update_id);
  }

  return {
    async add(updates: readonly Update[]): Promise<void> {
      if (updates.length === 0) return;
      for (const update of updates) {
        open.set(update.update_id, update);
        unsaved.add(update.update_id);
      }
      await Promise.all([...unsaved].map((id) => open.get(id)).flatMap((one) => (one ? [save(one)] : []))).catch(
        report,
      );
    },
    async remove(update: Update): Promise<void> {
      unsaved.delete(update.update_id);
      if (open.delete(update.update_id)) await store.delete(keyOf(update)).catch(report);
    },
    /** Takes out what other processes left unanswered. */
    async takeLeft(): Promise<readonly Update[]> {
      try {
        // An earlier version kept all of them in one entry.
        const left = await store.readUnder<Update | readonly Update[]>(PREFIX);
        for (const { key } of left) await store.delete(key);
        const updates = left.flatMap(({ value }) => value);
        return updates.toSorted((a, b) => a.update_id - b.update_id).slice(-MAX_ANSWERED);
      } catch (error) {
        report(error);
        return [];
      }
    },
  };
}

function keyOf({ update_id: id }: Update): string {
  return `${PREFIX}:${id}`;
}
