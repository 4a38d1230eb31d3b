import type { View } from '../../../src/view/view.ts';

/** Something that was typed, with its answer. */
export interface Turn {
  id: number;
  line: string;
  view: View;
}

/** The conversations of the page by name, in memory: what was said stays until the bot stops. */
export interface Conversations {
  /** The names of all, the one that was used last at the end. */
  names(): readonly string[];
  /** What was said in one, oldest first. */
  turns(name: string): readonly Turn[];
  add(name: string, said: Omit<Turn, 'id'>): Turn;
  forget(name: string): void;
}

const MAX_CONVERSATIONS = 20;
const MAX_TURNS = 50;

/** Creates an empty memory. It keeps the conversations that were used last, and of each the last turns. */
export function createConversations(): Conversations {
  const all = new Map<string, readonly Turn[]>();
  let lastId = 0;
  return {
    names: () => [...all.keys()],
    turns: (name) => all.get(name) ?? [],
    add(name, said) {
      lastId += 1;
      const turn = { ...said, id: lastId };
      const turns = [...(all.get(name) ?? []), turn].slice(-MAX_TURNS);
      all.delete(name);
      all.set(name, turns);
      const [oldest] = all.keys();
      if (all.size > MAX_CONVERSATIONS && oldest !== undefined) all.delete(oldest);
      return turn;
    },
    forget: (name) => void all.delete(name),
  };
}
