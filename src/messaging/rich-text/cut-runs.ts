import type { Run } from './rich-text.ts';

/**
 * Divides runs at an offset in their text. The second part loses its leading space, unless `keepSpace` is set. Takes no
 * longer for a long text, so that dividing all of it is linear.
 */
export function cutRuns(
  runs: readonly Run[],
  offset: number,
  { keepSpace = false } = {},
): [head: readonly Run[], tail: readonly Run[]] {
  const { index, at } = locate(runs, offset);
  const cut = runs.slice(index, index + 1).map((run) => ({ ...run, text: run.text.slice(at) }));
  const rest = cut.filter(isFilled).concat(runs.slice(index + 1));
  return [headOf(runs, offset), keepSpace ? rest : trimStart(rest)];
}

/** The runs before an offset in their text. */
export function headOf(runs: readonly Run[], offset: number): readonly Run[] {
  const { index, at } = locate(runs, offset);
  const cut = runs.slice(index, index + 1).map((run) => ({ ...run, text: run.text.slice(0, at) }));
  return [...runs.slice(0, index), ...cut].filter(isFilled);
}

/** The length of the text of runs, but at most `max`; takes no longer for a longer text. */
export function lengthWithin(runs: readonly Run[], max: number): number {
  const { index, start } = locate(runs, max);
  return Math.min(max, start + (runs[index]?.text.length ?? 0));
}

/** The run that contains an offset, where its text starts, and the offset inside of it; the last run if it is beyond. */
function locate(runs: readonly Run[], offset: number) {
  let start = 0;
  for (const [index, { text }] of runs.entries()) {
    if (start + text.length > offset || index === runs.length - 1)
      return { index, start, at: Math.max(0, offset - start) };
    start += text.length;
  }
  return { index: 0, start: 0, at: 0 };
}

/** Runs without space at their start. */
export function trimStart(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  const begin = runs.slice(first, first + 1).map((run) => ({ ...run, text: run.text.trimStart() }));
  return begin.concat(runs.slice(first + 1));
}

/** Runs without space at their end. */
export function trimEnd(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1).map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run));
}

function isFilled({ text }: Run): boolean {
  return text !== '';
}
