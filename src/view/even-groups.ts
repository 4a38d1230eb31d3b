/** Things in their order in as few groups of at most `most` as can be, the groups as even as can be. */
export function toEvenGroups<Thing>(things: readonly Thing[], most: number): Thing[][] {
  const groups = Math.ceil(things.length / most);
  const even = Math.ceil(things.length / Math.max(1, groups));
  return Array.from({ length: groups }, (_, group) => things.slice(group * even, (group + 1) * even));
}
