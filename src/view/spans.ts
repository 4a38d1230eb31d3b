import type { Action, Block, Span } from './view.ts';

/** A run of text without style. */
export function plain(text: string): Span {
  return { kind: 'plain', text };
}

/** A heading without links. */
export function heading(text: string): Block {
  return { kind: 'heading', spans: [plain(text)] };
}

/** A text block of one plain run. */
export function text(words: string): Block {
  return { kind: 'text', spans: [plain(words)] };
}

/** A secondary line of these parts, with a dot between them; nothing where all are absent. */
export function subline(parts: readonly (string | undefined)[]): Block[] {
  const present = parts.filter((part) => part !== undefined && part !== '');
  return present.length === 0 ? [] : [{ kind: 'text', subtle: true, spans: [plain(present.join(' · '))] }];
}

/** A way out of an answer that has nothing to show. */
export function openAction(label: string, command: string): Action {
  return { label, role: 'open', command };
}
