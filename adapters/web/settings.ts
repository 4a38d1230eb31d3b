import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

const MAX_PORT = 65_535;
const WRONG = `is not a port. Use a number from 1 to ${MAX_PORT}, or 0 for no page.`;

/** Where the page is served; port 0 turns it off. */
export interface WebSettings {
  port: number;
}

/** The settings of the page. */
export const webSettings = defineSettings(
  z.object({
    WEB_PORT: z
      .string()
      .regex(/^\d{1,5}$/, WRONG)
      .transform(Number)
      .refine((port) => port <= MAX_PORT, WRONG)
      .default(8642),
  }),
  ({ WEB_PORT: port }): WebSettings => ({ port }),
);
