import { z } from 'zod';
import { isZone } from '../schedule/is-zone.ts';

/** The shapes of what several stored objects have in common; what else they hold is kept as it is. */
export const storedAddress = z.looseObject({ platform: z.string(), chat: z.string(), thread: z.string().optional() });
export const storedSelection = z.looseObject({
  sources: z.array(z.string()),
  topics: z.array(z.string()),
  without: z.array(z.string()),
});

export const storedZone = z.string().refine(isZone, 'is not a time zone');
export const storedTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day');
export const storedQuietHours = z.looseObject({ from: storedTime, to: storedTime });
