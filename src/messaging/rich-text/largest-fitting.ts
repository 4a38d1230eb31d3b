/** The largest integer from 0 to `max` that fits, by binary search: if one fits, all smaller ones must fit too. */
export function largestFitting(max: number, fits: (value: number) => boolean): number {
  // Most texts fit as they are.
  if (fits(max)) return max;
  let low = 0;
  let high = max - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
