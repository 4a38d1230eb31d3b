import { setTimeout as sleep } from 'node:timers/promises';
import { TelegramFailure } from './errors.ts';

const TRIES = 4;
const FIRST_PAUSE_MS = 200;
/** Longer, and whoever asked has gone. */
const LONGEST_PAUSE_MS = 10_000;

/** Makes a request again until it is answered; only for what may be done twice. Rejects with the last failure. */
export async function persist<Result>(request: () => Promise<Result>, tries: number = TRIES): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof TelegramFailure) || error.reason !== 'busy' || error.about === 'stopped') throw error;
    const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (TRIES - tries);
    if (tries <= 1 || pauseMs > LONGEST_PAUSE_MS) throw error;
    await sleep(pauseMs);
    return await persist(request, tries - 1);
  }
}
