import { toOperatorText } from '../../src/text/operator-text.ts';
import type { LogLevel } from './log-settings.ts';

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

/** Creates a log of plain lines, safe for a terminal. It does not repeat a line directly after itself. */
export function createLog(stream: { write(text: string): unknown }, level: LogLevel): Log {
  let last = '';
  const at = (needed: LogLevel) => (line: string) => {
    if (RANK[level] < RANK[needed] || line === last) return;
    last = line;
    stream.write(`${toOperatorText(line)}\n`);
  };
  return { error: at('error'), warn: at('warn'), info: at('info') };
}
