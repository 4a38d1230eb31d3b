import type { StateStore } from '../../src/state-store.ts';
import { toTerminalText } from '../../src/text/terminal-text.ts';

/** Earlier lines, newest first. */
export interface History {
  load(): Promise<readonly string[]>;
  save(lines: readonly string[]): void;
  /** Resolves once the last `save` is done. */
  saved(): Promise<void>;
}

const KEY = 'history';

/**
 * Creates a history in the state store. If the store fails, that is reported once, and the conversation continues
 * without a history.
 */
export function createHistory(state: Pick<StateStore, 'get' | 'set'>, report: (error: unknown) => void): History {
  let failed = false;
  let saved = Promise.resolve();
  function fail(error: unknown): void {
    if (!failed) report(error);
    failed = true;
  }
  return {
    async load() {
      const lines = await state.get<unknown>(KEY).catch(fail);
      return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string').map(toTerminalText) : [];
    },
    save(lines) {
      const copy = [...lines];
      saved = saved.then(() => state.set(KEY, copy)).catch(fail);
    },
    saved: () => saved,
  };
}
