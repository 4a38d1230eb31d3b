import type { Clock } from '../../src/clock.ts';
import { DiscordFailure } from './errors.ts';

/** Long enough for a short outage; and Discord knows a message by its nonce for some minutes only. */
const PAUSES_MS = [5000, 45_000];

/** Does what may be done twice again after pauses, while Discord is out of order. Rejects with the last failure. */
export async function insist(work: () => Promise<unknown>, clock: Pick<Clock, 'after'>): Promise<void> {
  for (const pauseMs of PAUSES_MS) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await new Promise<void>((resolve) => clock.after(pauseMs, resolve));
  }
  await work();
}

function isPassing(error: unknown): boolean {
  return error instanceof DiscordFailure && error.reason === 'busy' && error.about !== 'stopped';
}
