import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

const LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** How much is written to standard error, each level including the ones before it. */
export type LogLevel = (typeof LEVELS)[number];

/** The settings of the log. */
export const logSettings = defineSettings(
  z.object({
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(LEVELS, `is not a log level. Use one of ${LEVELS.join(', ')}.`))
      .default('info'),
  }),
  ({ LOG_LEVEL: level }) => ({ level }),
);
