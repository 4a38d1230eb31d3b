import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordFailure, toFormFailure } from './errors.ts';

interface PersistOptions {
  /** Whether doing it twice is as doing it once. */
  repeatUnclear?: boolean;
  /** Whether there is any use in trying again. */
  mayRepeat?(): boolean;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 200;
/** Longer, and whoever asked has gone. */
const LONGEST_PAUSE_MS = 15_000;

/**
 * Makes a request again while Discord is busy. Rejects with the last failure; one about the `form` where each try was
 * answered with a 500.
 */
export async function persist<Result>(request: () => Promise<Result>, options: PersistOptions = {}): Promise<Result> {
  let serverErrors = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      return await request();
    } catch (error) {
      if (error instanceof DiscordFailure && error.isServerError) serverErrors += 1;
      const pauseMs = pauseAfter(error, tries, options);
      if (pauseMs !== undefined) await sleep(pauseMs);
      else throw error instanceof DiscordFailure && serverErrors === TRIES ? toFormFailure(error) : error;
    }
  }
}

function pauseAfter(
  error: unknown,
  tries: number,
  { repeatUnclear = true, mayRepeat = () => true }: PersistOptions,
): number | undefined {
  if (!(error instanceof DiscordFailure) || error.reason !== 'busy' || error.about === 'stopped') return undefined;
  if (error.about === 'unclear' && !repeatUnclear) return undefined;
  const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1);
  return tries < TRIES && pauseMs <= LONGEST_PAUSE_MS && mayRepeat() ? pauseMs : undefined;
}
