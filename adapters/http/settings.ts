import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

const MAX_PORT = 65_535;
const WRONG = `is not a port. Use a number from 1 to ${MAX_PORT}, or 0 for none.`;
/** An IP address, or a name. */
const HOST = /^(?:[a-z0-9][a-z0-9.-]*|[0-9a-f:.]+)$/i;

/** Where programs reach the bot: health checks, metrics, and the updates that platforms send. */
export interface HttpSettings {
  host: string;
  port: number;
}

/** Undefined if nothing is served. */
export const httpSettings = defineSettings(
  z.object({
    HTTP_PORT: z
      .string()
      .regex(/^\d{1,5}$/, WRONG)
      .transform(Number)
      .refine((port) => port <= MAX_PORT, WRONG)
      .default(0),
    HTTP_HOST: z
      .string()
      .regex(HOST, 'is not an address to listen on, such as 127.0.0.1, 0.0.0.0 or ::.')
      .default('127.0.0.1'),
  }),
  ({ HTTP_PORT: port, HTTP_HOST: host }): HttpSettings | undefined => (port === 0 ? undefined : { host, port }),
);
