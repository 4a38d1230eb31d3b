import { type Logger, schedule } from 'node-cron';

/** Calls at the start of each UTC minute, until it is stopped. */
export type Minutes = (call: () => void, log: MinutesLog) => { stop(): void };

interface MinutesLog {
  report(error: unknown): void;
  warn(line: string): void;
}

/** Minutes by node-cron, which runs a task on time or not at all: it does not catch up. */
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
