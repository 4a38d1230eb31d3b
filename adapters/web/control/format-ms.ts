import type { Audience } from '../../../src/locales/audience.ts';
import { localeOf } from '../../../src/locales/languages.ts';

/** Formats a duration for people, to the second: `2m 5s`, `2分钟5秒钟`. */
export function formatMs(ms: number, { language }: Pick<Audience, 'language'>): string {
  const total = Math.round(ms / 1000);
  const parts = { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
  const style = { style: 'narrow', secondsDisplay: 'always' } as const;
  return new Intl.DurationFormat(localeOf(language).dates.tag, style).format(parts);
}
