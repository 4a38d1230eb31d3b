import type { CommonAction } from '../faults.ts';

/** What goes wrong on Telegram. */
export type FaultAction =
  | CommonAction
  | { kind: 'error'; code: number; message: string; parameters?: object }
  | { kind: 'rate'; retryAfter: number };
