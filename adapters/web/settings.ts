import { z } from 'zod';
import { defineSettings, webAddress } from '../../src/config.ts';
import type { WebAccess } from './access.ts';

const MAX_PORT = 65_535;
const WRONG = `is not a port. Use a number from 1 to ${MAX_PORT}, or 0 for no page.`;
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const MIN_TOKEN = 16;
const PRINTABLE = /^[\x21-\x7e]+$/;

/** Where the page is served, and to whom; port 0 turns it off. */
export interface WebSettings {
  port: number;
  /** The address to listen on; this machine only without it. */
  host?: string;
  access?: WebAccess;
}

/** The settings of the page. */
export const webSettings = defineSettings(
  z
    .object({
      WEB_PORT: z
        .string()
        .regex(/^\d{1,5}$/, WRONG)
        .transform(Number)
        .refine((port) => port <= MAX_PORT, WRONG)
        .default(8642),
      WEB_PUBLIC: z.enum(['yes', 'no'], 'is neither yes nor no.').default('no'),
      WEB_HOST: z
        .string()
        .regex(/^[\w.:-]+$/, 'is not an address to listen on. Use one such as 127.0.0.1 or 0.0.0.0.')
        .default('127.0.0.1'),
      WEB_ADDRESS: webAddress('https://news.example.org').optional(),
      WEB_TOKEN: z
        .string()
        .min(
          MIN_TOKEN,
          `is too short to be safe. Use at least ${MIN_TOKEN} characters, such as from: openssl rand -hex 16`,
        )
        .regex(PRINTABLE, 'may have only letters of English, digits and signs, without spaces.')
        .optional(),
    })
    .superRefine(({ WEB_HOST: host, WEB_PUBLIC: isPublic }, { addIssue }) => {
      if (isPublic === 'yes' || LOOPBACK.includes(host)) return;
      const message = 'lets other machines in, which needs WEB_PUBLIC=yes. Set that too, or use 127.0.0.1.';
      addIssue({ code: 'custom', path: ['WEB_HOST'], message });
    }),
  ({ WEB_PORT: port, WEB_HOST: host, WEB_PUBLIC, WEB_ADDRESS, WEB_TOKEN: token }): WebSettings => ({
    port,
    host,
    access: { isPublic: WEB_PUBLIC === 'yes', origin: WEB_ADDRESS && new URL(WEB_ADDRESS).origin, token },
  }),
);
