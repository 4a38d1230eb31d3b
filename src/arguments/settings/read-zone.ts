import { UsageError } from '../../chat/usage-error.ts';
import type { Audience } from '../../locales/audience.ts';
import { nearZones } from '../../presenters/subscription/zone-menu.ts';
import { parseZone } from '../../schedule/parse-zone.ts';

/** Reads a typed zone. Throws a `UsageError` with similar zones as buttons; `choose` makes the command of a button. */
export function readZone(
  typed: string,
  { audience, choose }: { audience: Audience; choose(zone: string): string },
): string {
  const zone = parseZone(typed);
  if (zone !== undefined) return zone;
  throw new UsageError(audience.t('wrong.zone', { typed }), { actions: nearZones(typed, { choose }, audience) });
}
