import type { StoreFailure } from '../../src/library/store-error.ts';
import { readServerErrors } from '../shared/server-failure.ts';

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

/** What the client says without a code if a connection ends or cannot be made. */
const LOST_MESSAGES =
  /client is (closed|offline)|socket closed|disconnects client|connection timeout|socket timeout|max number of clients/i;

/** What TLS says if the server, or its certificate, is another one than the address promises. */
const TLS_CODES = /^(ERR_SSL|ERR_TLS|EPROTO)|CERT|UNABLE_TO/;

export const { toStoreError, isLost } = readServerErrors(failureOf);

/** Whether the same change may succeed in a while: somebody moves the state to another store. */
export function isMoving(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('MOVING');
}

/** Whether a script has to be sent in full. */
export function isUnknownScript(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith('NOSCRIPT');
}

function failureOf(cause: Error, code: string): StoreFailure | undefined {
  if (cause instanceof NoAnswer || TLS_CODES.test(code)) return 'server-lost';
  if (/DB index is out of range/.test(cause.message)) return 'no-number';
  const word = /^-?([A-Z]+)\b/.exec(cause.message)?.[1] ?? '';
  return FAILURES[word] ?? (LOST_MESSAGES.test(cause.message) ? 'server-lost' : undefined);
}
