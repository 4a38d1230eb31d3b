import { toOperatorText } from '../../src/text/operator-text.ts';
import type { LogFormat, LogLevel } from './log-settings.ts';

/** Lines for the operator. */
export interface Log {
  error(line: string): void;
  warn(line: string): void;
  info(line: string): void;
}

const RANK: Readonly<Record<LogLevel, number>> = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 };

/** Whether a log of this level omits messages of level `info`. */
export function hidesInfo(level: LogLevel): boolean {
  return RANK[level] < RANK.info;
}

type MessageLevel = Exclude<LogLevel, 'silent' | 'debug'>;

interface LogOptions {
  level: LogLevel;
  format: LogFormat;
  now(): Date;
}

type Stream = { write(text: string): unknown };

/** Opens a log whose lines are safe for a terminal. It does not repeat a line directly after itself. */
export async function openLog(stream: Stream, { level, format, now }: LogOptions): Promise<Log> {
  const write = format === 'json' ? await openJson(stream, now) : toLines(stream);
  let last = '';
  const at = (needed: MessageLevel) => (line: string) => {
    if (RANK[level] < RANK[needed] || line === last) return;
    last = line;
    write(needed, toOperatorText(line));
  };
  return { error: at('error'), warn: at('warn'), info: at('info') };
}

type Write = (level: MessageLevel, message: string) => void;

const toLines =
  (stream: Stream): Write =>
  (_level, message) =>
    void stream.write(`${message}\n`);

/** Lines for programs that collect the logs of several processes. */
async function openJson(stream: Stream, now: () => Date): Promise<Write> {
  const { pino } = await import('pino');
  const options = {
    messageKey: 'message',
    timestamp: () => `,"time":"${now().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = pino(options, { write: (text) => void stream.write(text) });
  return (level, message) => logger[level](message);
}
