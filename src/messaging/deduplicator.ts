const CAPACITY = 2000;

/** Returns whether an id is new. The last two thousand ids are remembered: platforms deliver events at least once. */
export function createDeduplicator<Id>(): (id: Id) => boolean {
  const seen = new Set<Id>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > CAPACITY && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
