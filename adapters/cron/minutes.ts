import { type Logger, schedule } from 'node-cron';

/** Calls once as each minute of UTC begins, until it is stopped. */
export type Minutes = (call: () => void, log: MinutesLog) => { stop(): void };

interface MinutesLog {
  report(error: unknown): void;
  warn(line: string): void;
}

/** Minutes by node-cron: a task that is in time or not at all; what was missed it does not make up for. */
export const cronMinutes: Minutes = (call, { report, warn }) => {
  const logger: Logger = {
    info() {},
    debug() {},
    warn,
    error: (message, cause) => report(message instanceof Error ? message : new Error(message, { cause })),
  };
  const task = schedule('* * * * *', call, { timezone: 'UTC', logger, suppressMissedWarning: true });
  return { stop: () => void task.destroy() };
};
