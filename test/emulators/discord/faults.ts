import type { CommonAction } from '../faults.ts';
import type { Scope } from './refusal.ts';

/** What goes wrong on Discord. */
export type FaultAction =
  | CommonAction
  | { kind: 'error'; status: number; code: number; message: string; errors?: object }
  | { kind: 'rate'; retryAfter: number; scope?: Scope };
