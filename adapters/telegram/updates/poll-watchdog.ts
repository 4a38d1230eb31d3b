import type { Clock } from '../../../src/clock.ts';
import { TelegramFailure } from '../errors.ts';

const MINUTE_MS = 60_000;
const MAX_SILENT_MINUTES = 15;

export type PollWatchdog = ReturnType<typeof createPollWatchdog>;

interface WatchdogDeps {
  clock: Pick<Clock, 'after'>;
  /** Whether Telegram answers another request, on a new connection. */
  isReachable(): Promise<boolean>;
  fail(error: unknown): void;
}

/**
 * Ends the process if no poll was answered for a quarter of an hour although Telegram answers another request: then only a new
 * process helps. While Telegram is out of reach, the bot keeps trying. Counts minutes, so that a machine that was asleep is
 * not taken for a silent one.
 */
export function createPollWatchdog({ clock, isReachable, fail }: WatchdogDeps) {
  let silentMinutes = 0;
  let cancel = clock.after(MINUTE_MS, count);

  function count(): void {
    silentMinutes += 1;
    cancel = clock.after(MINUTE_MS, count);
    if (silentMinutes >= MAX_SILENT_MINUTES) void check();
  }

  async function check(): Promise<void> {
    if (!(await isReachable()) || silentMinutes < MAX_SILENT_MINUTES) return;
    const message = `No poll was answered for ${silentMinutes} minutes, though Telegram answers other requests. Gazette ends so that it can be started again.`;
    fail(new TelegramFailure({ reason: 'busy', kind: 'stopped', message }));
  }

  return {
    /** A poll was answered. */
    heard(): void {
      silentMinutes = 0;
    },
    end: () => cancel(),
  };
}
