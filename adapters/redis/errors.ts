import type { StoreFailure } from '../../src/library/store-error.ts';
import { storeError } from '../store-failure.ts';

/** The server gave no answer in time. */
export class NoAnswer extends Error {
  constructor(afterMs: number) {
    super(`no answer within ${afterMs} ms`);
    this.name = 'NoAnswer';
  }
}

/** The first word of Redis's errors that are not caused by a bug in Gazette (https://redis.io/docs/latest/develop/reference/protocol-spec/). */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  BUSY: 'server-busy',
  LOADING: 'server-lost',
  MASTERDOWN: 'server-lost',
  MISCONF: 'server-damaged',
  MOVING: 'server-busy',
  NOAUTH: 'denied',
  NOPERM: 'denied',
  NOREPLICAS: 'server-read-only',
  OOM: 'server-full',
  READONLY: 'server-read-only',
  WRONGPASS: 'denied',
};

const LOST_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the client says without a code if a connection ends or cannot be made. */
const LOST_MESSAGES =
  /client is (closed|offline)|socket closed|disconnects client|connection timeout|socket timeout|max number of clients/i;

/** What TLS says if the server, or its certificate, is another one than the address promises. */
const TLS_CODES = /^(ERR_SSL|ERR_TLS|EPROTO)|CERT|UNABLE_TO/;

/** Converts an error of Redis or the network to a `StoreError`; returns anything else, a bug, unchanged. */
export function toStoreError(cause: unknown, label: string): unknown {
  const reason = failureOf(cause);
  if (reason === undefined) return cause;
  return storeError(reason, label, { detail: detailOf(cause), cause });
}

/** Whether the connection is of no more use, or the server is not ready yet. */
export function isLost(cause: unknown): boolean {
  return failureOf(cause) === 'server-lost';
}

/** Whether the same change may succeed in a while: somebody moves the state to another store. */
export function isMoving(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('MOVING');
}

/** Whether a script has to be sent in full. */
export function isUnknownScript(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('NOSCRIPT');
}

function failureOf(cause: unknown): StoreFailure | undefined {
  if (!(cause instanceof Error)) return undefined;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (cause instanceof NoAnswer || LOST_CODES.has(code) || TLS_CODES.test(code)) return 'server-lost';
  if (/DB index is out of range/.test(cause.message)) return 'no-number';
  const word = /^-?([A-Z]+)\b/.exec(cause.message)?.[1] ?? '';
  return FAILURES[word] ?? (LOST_MESSAGES.test(cause.message) ? 'server-lost' : undefined);
}

/** Such as `(connect ECONNREFUSED 127.0.0.1:6379)`. The server never repeats a password. */
function detailOf(cause: unknown): string {
  const errors = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  const messages = errors.flatMap((error) => (error instanceof Error ? error.message.split('\n', 1) : []));
  return messages.length === 0 ? '' : `(${messages.join('; ')})`;
}
