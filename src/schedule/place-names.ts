/** Reads zones with their names, which are separated by spaces, with `_` for a space inside a name. */
export function readNames(names: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const entries = Object.entries(names);
  return new Map(entries.map(([zone, list]) => [zone, list.split(' ').map((name) => name.replaceAll('_', ' '))]));
}
