import type { Run } from './rich-text.ts';

/** Divides runs at an offset in their text. The second part loses its leading space, unless `keepSpace` is set. */
export function cutRuns(
  runs: readonly Run[],
  offset: number,
  { keepSpace = false } = {},
): [head: readonly Run[], tail: readonly Run[]] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const at = Math.max(0, offset - start);
    head.push({ ...run, text: run.text.slice(0, at) });
    tail.push({ ...run, text: run.text.slice(at) });
    start += run.text.length;
  }
  const rest = tail.filter(isFilled);
  return [head.filter(isFilled), keepSpace ? rest : trimStart(rest)];
}

/** Runs without space at their start. */
export function trimStart(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  return runs.slice(first).map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run));
}

/** Runs without space at their end. */
export function trimEnd(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1).map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run));
}

function isFilled({ text }: Run): boolean {
  return text !== '';
}
