import type { Audience } from '../../locales/audience.ts';
import { formatClock } from '../../locales/format-date.ts';
import { zoneName } from '../../locales/zone-name.ts';

/** A zone to choose, with the time there: `Berlin · 14:05`, `北京时间 · 20:05`. */
export function zoneLabel(zone: string, now: Date, { language }: Pick<Audience, 'language'>): string {
  return `${zoneName(zone, language)} · ${formatClock(now, { language, zone })}`;
}
