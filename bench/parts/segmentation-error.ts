/** Two measures of the error of a text segmentation, each from 0 (none) to 1. */
export interface SegmentationError {
  /** https://link.springer.com/article/10.1023/A:1007506220214 */
  pk: number;
  /** https://aclanthology.org/J02-1002/ */
  windowDiff: number;
}

/** Compares boundaries, which are the units that start a part; the window is half the mean reference part. */
export function measureSegmentation(
  reference: readonly number[],
  hypothesis: readonly number[],
  units: number,
): SegmentationError {
  const window = Math.max(2, Math.round(units / (reference.length + 1) / 2));
  const referenceCounts = countUpTo(reference, units);
  const hypothesisCounts = countUpTo(hypothesis, units);
  let pk = 0;
  let windowDiff = 0;
  const windows = Math.max(1, units - window);
  for (let at = 0; at + window < units; at += 1) {
    const expected = (referenceCounts[at + window] ?? 0) - (referenceCounts[at] ?? 0);
    const actual = (hypothesisCounts[at + window] ?? 0) - (hypothesisCounts[at] ?? 0);
    if ((expected === 0) !== (actual === 0)) pk += 1;
    if (expected !== actual) windowDiff += 1;
  }
  return { pk: pk / windows, windowDiff: windowDiff / windows };
}

/** For each unit, the number of boundaries up to it. */
function countUpTo(boundaries: readonly number[], units: number): number[] {
  const starts = new Set(boundaries);
  let count = 0;
  return Array.from({ length: units }, (_, at) => {
    if (starts.has(at)) count += 1;
    return count;
  });
}
