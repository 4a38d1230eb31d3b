import type { CommonAction } from '../faults.ts';

/** A failure that Telegram can have. */
export type FaultAction =
  | CommonAction
  | { kind: 'error'; code: number; message: string; parameters?: object }
  | { kind: 'rate'; retryAfter: number }
  /** A valid response whose body is something else; in the phase `after`, the request takes effect. */
  | { kind: 'body'; body: unknown; phase?: 'before' | 'after' };
