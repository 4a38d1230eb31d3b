/** How far two ways to divide a row of units disagree, each from 0 (not at all) to 1. */
export interface Disagreement {
  /** https://link.springer.com/article/10.1023/A:1007506220214 */
  pk: number;
  /** https://aclanthology.org/J02-1002/ */
  windowDiff: number;
}

/** Compares borders: each is the place of the unit that begins a part; the window is half a part of the known ones. */
export function compareBorders(known: readonly number[], given: readonly number[], units: number): Disagreement {
  const window = Math.max(2, Math.round(units / (known.length + 1) / 2));
  const before = countBefore(known, units);
  const beforeGiven = countBefore(given, units);
  let pk = 0;
  let windowDiff = 0;
  const places = Math.max(1, units - window);
  for (let at = 0; at + window < units; at += 1) {
    const wanted = (before[at + window] ?? 0) - (before[at] ?? 0);
    const got = (beforeGiven[at + window] ?? 0) - (beforeGiven[at] ?? 0);
    if ((wanted === 0) !== (got === 0)) pk += 1;
    if (wanted !== got) windowDiff += 1;
  }
  return { pk: pk / places, windowDiff: windowDiff / places };
}

/** For each unit, how many borders stand at it or before it. */
function countBefore(borders: readonly number[], units: number): number[] {
  const known = new Set(borders);
  let count = 0;
  return Array.from({ length: units }, (_, at) => {
    if (known.has(at)) count += 1;
    return count;
  });
}
