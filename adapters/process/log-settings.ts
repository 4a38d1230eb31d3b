import { z } from 'zod';
import { defineSettings, type Environment } from '../../src/config.ts';

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const FORMATS = ['text', 'json'] as const;

/** Plain lines, or a line of JSON each. */
export type LogFormat = (typeof FORMATS)[number];

/** The verbosity of the log on standard error. Each level includes those before it. */
export type LogLevel = (typeof LEVELS)[number];

/** The settings of the log. */
export const logSettings = defineSettings(
  z.object({
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(LEVELS, `is not a log level. Use one of ${LEVELS.join(', ')}.`))
      .default('info'),
    LOG_FORMAT: z.string().toLowerCase().pipe(z.enum(FORMATS, 'is not text or json.')).default('text'),
  }),
  ({ LOG_LEVEL: level, LOG_FORMAT: format }) => ({ level, format }),
);

/** Whether the log level is `debug`. Reads no other setting, so it works while others are wrong. */
export function isDebug(env: Environment): boolean {
  const settings = logSettings.read({ LOG_LEVEL: env['LOG_LEVEL']?.trim() || undefined });
  return 'value' in settings && settings.value.level === 'debug';
}
