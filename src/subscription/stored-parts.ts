import { z } from 'zod';

/** The shapes of what several stored objects have in common; what else they hold is kept as it is. */
export const storedAddress = z.looseObject({ platform: z.string(), chat: z.string(), thread: z.string().optional() });
export const storedSelection = z.looseObject({
  sources: z.array(z.string()),
  topics: z.array(z.string()),
  without: z.array(z.string()),
});
