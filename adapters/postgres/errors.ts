import type { StoreFailure } from '../../src/library/store-error.ts';
import { codeOf, readServerErrors } from '../shared/server-failure.ts';

/** The states of PostgreSQL that are not caused by a bug in Gazette (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  '25006': 'server-read-only',
  '25P03': 'server-lost',
  '28000': 'denied',
  '28P01': 'denied',
  '3D000': 'no-database',
  '3F000': 'no-database',
  '42501': 'denied',
  '40001': 'server-busy',
  '40P01': 'server-busy',
  '53100': 'server-full',
  '53200': 'server-busy',
  '53300': 'server-busy',
  '55000': 'server-lost',
  '55P03': 'server-busy',
  '57014': 'server-busy',
  '57P01': 'server-lost',
  '57P02': 'server-lost',
  '57P03': 'server-lost',
  '57P05': 'server-lost',
  '58000': 'server-damaged',
  '58030': 'server-damaged',
  XX001: 'server-damaged',
  XX002: 'server-damaged',
};

/** What `pg` says without a code if a connection ends or does not answer. */
const LOST_MESSAGES =
  /connection terminated|connection ended|timeout exceeded when trying to connect|timeout expired|query read timeout|not queryable|server does not support SSL/i;

export const { toStoreError, isLost } = readServerErrors(failureOf);

/** Whether the same transaction may succeed if it is tried again at once. */
export function isConflict(cause: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(codeOf(cause));
}

function failureOf({ message }: Error, code: string): StoreFailure | undefined {
  if (message.includes('after calling end on the pool')) return 'closed';
  if (/SASL|password must be a string/.test(message)) return 'denied';
  if (code.startsWith('08')) return 'server-lost';
  return FAILURES[code] ?? (LOST_MESSAGES.test(message) ? 'server-lost' : undefined);
}
