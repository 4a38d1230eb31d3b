/** What the wall clock of a zone shows, by the platform alone: `2026-03-08 03:00`. */
export function createWall(zone: string): (instant: number) => string {
  // Swedish writes dates as ISO 8601 does: https://cldr.unicode.org
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(instant);
}
