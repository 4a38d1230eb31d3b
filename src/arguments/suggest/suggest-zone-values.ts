import type { Suggestion, Typing } from '../../chat/platform.ts';
import { zoneLabel } from '../../presenters/subscription/zone-label.ts';
import { suggestZones } from '../../schedule/suggest-zones.ts';

/** Suggests zones for what is being typed, each with the time there. */
export function suggestZoneValues({ typed, language, limit }: Typing, now: Date): readonly Suggestion[] {
  return suggestZones(typed, limit).map((zone) => ({ value: zone, label: zoneLabel(zone, now, { language }) }));
}
