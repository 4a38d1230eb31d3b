import type { Completion } from '../../src/arguments/suggest/complete-line.ts';
import type { Suggestion } from '../../src/chat/platform.ts';
import { shorten } from '../../src/text/shorten.ts';
import { widthOf } from '../../src/text/width.ts';

/** The effect of Tab. */
export interface Insertion {
  typed: string;
  /** The replacement of `typed`. */
  insert?: string;
  /** The choices as lines, if the completion is ambiguous. */
  shown: readonly string[];
}

const MAX_SHOWN = 20;

/** Inserts the only choice, or the common prefix of several; otherwise shows them. */
export function toInsertion({ typed, choices }: Completion, columns = Number.POSITIVE_INFINITY): Insertion {
  const [first, ...others] = choices;
  if (first === undefined) return { typed, shown: [] };
  if (others.length === 0) return { typed, insert: `${first.value} `, shown: [] };
  const agreed = choices.map(({ value }) => value).reduce(commonStart);
  if (agreed.length > typed.length && agreed.startsWith(typed)) return { typed, insert: agreed, shown: [] };
  return { typed, shown: toLines(choices.slice(0, MAX_SHOWN), columns) };
}

/** One value per line, with its label if that differs. */
function toLines(choices: readonly Suggestion[], columns: number): string[] {
  const widest = Math.max(...choices.map(({ value }) => widthOf(value)));
  return choices.map(({ value, label }) => {
    if (label.startsWith(value)) return `  ${shorten(label, columns - 2)}`;
    return `  ${value}${' '.repeat(widest - widthOf(value))}  ${shorten(label, columns - widest - 4)}`;
  });
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
