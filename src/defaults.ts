import { z } from 'zod';
import { defineSettings, type Environment } from './config.ts';
import { chooseLanguage, type Language, languages } from './locales/languages.ts';
import { parseTimes } from './phrase/parse-times.ts';
import { isZone } from './schedule/is-zone.ts';

/** The settings of a chat without its own. */
export interface Defaults {
  /** When digests are delivered, `HH:MM`. */
  time: string;
  /** IANA name of the zone that dates are shown in. */
  zone: string;
  language: Language;
}

/** The default settings; zone and language fall back to those of the machine. */
export const defaultsSettings = defineSettings(
  z.object({
    DEFAULT_TIME: z.string().default('08:00').transform(toTime),
    DEFAULT_ZONE: z
      .string()
      .refine(isZone, 'is not a time zone. Use an IANA name such as Asia/Shanghai or UTC.')
      .optional(),
    DEFAULT_LANGUAGE: z.string().transform(toLanguage).optional(),
  }),
  ({ DEFAULT_TIME, DEFAULT_ZONE, DEFAULT_LANGUAGE }, env): Defaults => ({
    time: DEFAULT_TIME,
    zone: DEFAULT_ZONE ?? machineZone(),
    language: DEFAULT_LANGUAGE ?? machineLanguage(env),
  }),
);

function toTime(typed: string, context: z.RefinementCtx): string {
  const times = parseTimes(typed);
  const [time, ...others] = times === undefined || times === 'instant' ? [] : times;
  if (time !== undefined && others.length === 0) return time;
  context.addIssue({ code: 'custom', message: 'is not a time of day. Use one such as 08:00 or 8:30 pm.' });
  return z.NEVER;
}

function toLanguage(tag: string, context: z.RefinementCtx): Language {
  const language = languages.find((known) => known.toLowerCase() === tag.toLowerCase().replace('_', '-'));
  if (language !== undefined) return language;
  context.addIssue({ code: 'custom', message: `is not a supported language. Use one of ${languages.join(', ')}.` });
  return z.NEVER;
}

/** A machine with an unreadable TZ reports `Etc/Unknown`, which no formatter accepts. */
function machineZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone && zone !== 'Etc/Unknown' ? zone : 'UTC';
}

function machineLanguage(env: Environment): Language {
  return chooseLanguage(env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG']);
}
