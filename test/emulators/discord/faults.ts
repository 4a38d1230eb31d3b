import type { CommonAction } from '../faults.ts';
import type { Scope } from './refusal.ts';

/** A failure that Discord can have. */
export type FaultAction =
  | CommonAction
  /** Any body with the status 400. */
  | { kind: 'badRequest'; body: unknown }
  /** Any body with the status 200. */
  | { kind: 'answer'; body: unknown; phase?: 'before' | 'after' }
  | { kind: 'error'; status: number; code: number; message: string; errors?: object }
  | { kind: 'rate'; retryAfter: number; scope?: Scope };
