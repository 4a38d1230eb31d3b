import type { StateStore } from '../../../src/state-store.ts';
import type { View } from '../../../src/view/view.ts';

/** Something that was typed, with its answer. */
export interface Turn {
  id: number;
  line: string;
  view: View;
}

/** The conversations of the page by name. */
export interface Conversations {
  /** Reads what was said before this start. */
  load(): Promise<void>;
  /** The names of all, the one that was used last at the end. */
  names(): readonly string[];
  /** What was said in one, oldest first. */
  turns(name: string): readonly Turn[];
  add(name: string, said: Omit<Turn, 'id'>): Promise<Turn>;
  /** Deletes what was said in one. The next turn is not stored: it only says that all is deleted. */
  forget(name: string): Promise<void>;
}

const MAX_CONVERSATIONS = 20;
const MAX_TURNS = 50;
/** Of a stored conversation: an answer may have a file of a megabyte. */
const MAX_UNITS = 2_000_000;
const KEEP_MS = 30 * 24 * 60 * 60 * 1000;
const NAMES = 'conversations';

/** Creates conversations that stay for a month. The ones that were used last are kept, and of each the last turns. */
export function createConversations(state: StateStore): Conversations {
  const all = new Map<string, readonly Turn[]>();
  const forgotten = new Set<string>();
  let lastId = 0;
  const saveNames = async () => await state.set(NAMES, [...all.keys()], KEEP_MS);
  async function remove(name: string): Promise<void> {
    if (all.delete(name)) await saveNames();
    await state.delete(keyOf(name));
  }
  return {
    async load() {
      for (const name of (await state.get<string[]>(NAMES)) ?? []) {
        const turns = (await state.get<Turn[]>(keyOf(name))) ?? [];
        if (turns.length > 0) all.set(name, turns);
        lastId = Math.max(lastId, ...turns.map(({ id }) => id));
      }
    },
    names: () => [...all.keys()],
    turns: (name) => all.get(name) ?? [],
    async add(name, said) {
      lastId += 1;
      const turn = { ...said, id: lastId };
      const turns = [...(all.get(name) ?? []), turn].slice(-MAX_TURNS);
      all.delete(name);
      all.set(name, turns);
      const [oldest] = all.keys();
      if (all.size > MAX_CONVERSATIONS && oldest !== undefined) await remove(oldest);
      if (forgotten.delete(name)) return turn;
      await state.set(keyOf(name), lastWithin(turns, MAX_UNITS), KEEP_MS);
      await saveNames();
      return turn;
    },
    async forget(name) {
      forgotten.add(name);
      await remove(name);
    },
  };
}

function keyOf(name: string): string {
  return `conversation:${name}`;
}

/** The last turns, as many as are not too long together. */
function lastWithin(turns: readonly Turn[], maxUnits: number): readonly Turn[] {
  let units = 0;
  const first = turns.findLastIndex((turn) => {
    units += JSON.stringify(turn).length;
    return units > maxUnits;
  });
  return turns.slice(first + 1);
}
