/** Splits a list into as few groups of at most `most` as possible, of nearly equal size, in order. */
export function toEvenGroups<Thing>(things: readonly Thing[], most: number): Thing[][] {
  const groups = Math.ceil(things.length / most);
  const even = Math.ceil(things.length / Math.max(1, groups));
  return Array.from({ length: groups }, (_, group) => things.slice(group * even, (group + 1) * even));
}
