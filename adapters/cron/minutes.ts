import { type Logger, schedule } from 'node-cron';

/** Calls once as each minute of UTC begins, until it is stopped. */
export type Minutes = (call: () => void, report: (error: unknown) => void) => { stop(): void };

/** Minutes by node-cron: a task that is in time or not at all; what was missed it does not make up for. */
export const cronMinutes: Minutes = (call, report) => {
  const logger: Logger = {
    info() {},
    debug() {},
    warn: (message) => report(new Error(message)),
    error: (message, cause) => report(message instanceof Error ? message : new Error(message, { cause })),
  };
  const task = schedule('* * * * *', call, { timezone: 'UTC', logger, suppressMissedWarning: true });
  return { stop: () => void task.destroy() };
};
