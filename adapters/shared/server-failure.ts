import type { StoreFailure } from '../../src/library/store-error.ts';
import { storeError } from './store-failure.ts';

/** Why a server cannot be used, by an error of its client; undefined if the error is a bug. */
export type ServerFailureOf = (cause: Error, code: string) => StoreFailure | undefined;

/** What errors of a server mean. */
export interface ServerErrors {
  /** Converts an error of the server or the network to a `StoreError`; returns anything else, a bug, unchanged. */
  toStoreError(cause: unknown, label: string): unknown;
  /** Whether the connection is of no more use, or the server is not ready yet. */
  isLost(cause: unknown): boolean;
}

/** What the network says if a server cannot be reached. */
const LOST_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Reads the errors of a server whose own ones `failureOf` knows. */
export function readServerErrors(failureOf: ServerFailureOf): ServerErrors {
  function reasonOf(cause: unknown): StoreFailure | undefined {
    if (!(cause instanceof Error)) return undefined;
    const code = codeOf(cause);
    return LOST_CODES.has(code) ? 'server-lost' : failureOf(cause, code);
  }
  return {
    toStoreError(cause, label) {
      const reason = reasonOf(cause);
      return reason === undefined ? cause : storeError(reason, label, { detail: detailOf(cause), cause });
    },
    isLost: (cause) => reasonOf(cause) === 'server-lost',
  };
}

/** The code of an error; empty if it has none. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** Such as `(password authentication failed for user "bot")`. Servers never repeat a password. */
function detailOf(cause: unknown): string {
  const errors = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  const messages = errors.flatMap((error) => (error instanceof Error ? error.message.split('\n', 1) : []));
  return messages.length === 0 ? '' : `(${messages.join('; ')})`;
}
