import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

/** What may be fetched besides the public internet, and who is responsible. */
export interface FetchSettings {
  /** Internal addresses that are allowed all the same, as `host:port`; an IPv6 host in brackets. */
  allowed: ReadonlySet<string>;
  /** Whether `file:` addresses are allowed, for mirrors. */
  allowsFiles: boolean;
  /** An e-mail or web address that servers see. */
  contact: string | undefined;
}

const ENTRY = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+):\d{1,5}$/i;

/** The settings of everything that is fetched. */
export const fetchSettings = defineSettings(
  z.object({
    FETCH_ALLOW: z
      .string()
      .transform((text) => text.split(',').map((entry) => entry.trim().toLowerCase()))
      .refine(
        (entries) => entries.every((entry) => entry === 'file:' || ENTRY.test(entry)),
        'is not a list of internal addresses. Use host:port with commas between, such as intranet.example:8080,10.0.0.5:80.',
      )
      .default([]),
    CONTACT: z
      .string()
      .regex(/^(?:https?:\/\/\S+|[^\s@]+@[^\s@]+)$/, 'is not an e-mail or web address, such as me@example.org.')
      .optional(),
  }),
  ({ FETCH_ALLOW: entries, CONTACT: contact }): FetchSettings => ({
    allowed: new Set(entries.filter((entry) => entry !== 'file:')),
    allowsFiles: entries.includes('file:'),
    contact,
  }),
);
