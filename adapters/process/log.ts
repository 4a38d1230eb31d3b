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

interface LogOptions {
  level: LogLevel;
  format: LogFormat;
  now(): Date;
}

/** Creates a log whose lines are safe for a terminal. It does not repeat a line directly after itself. */
export function createLog(stream: { write(text: string): unknown }, { level, format, now }: LogOptions): Log {
  let last = '';
  const at = (needed: Exclude<LogLevel, 'silent' | 'debug'>) => (line: string) => {
    if (RANK[level] < RANK[needed] || line === last) return;
    last = line;
    const message = toOperatorText(line);
    const entry = { time: now().toISOString(), level: needed, message };
    stream.write(`${format === 'json' ? JSON.stringify(entry) : message}\n`);
  };
  return { error: at('error'), warn: at('warn'), info: at('info') };
}
