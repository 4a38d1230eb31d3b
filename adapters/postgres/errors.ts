import type { StoreFailure } from '../../src/library/store-error.ts';
import { storeError } from '../store-failure.ts';

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

/** What `pg` says without a code if a connection ends or does not answer. */
const LOST_MESSAGES =
  /connection terminated|connection ended|timeout exceeded when trying to connect|timeout expired|query read timeout|not queryable|server does not support SSL/i;

/** Converts an error of PostgreSQL or the network to a `StoreError`; returns anything else, a bug, unchanged. */
export function toStoreError(cause: unknown, label: string): unknown {
  const reason = failureOf(cause);
  if (reason === undefined) return cause;
  return storeError(reason, label, { detail: detailOf(cause), cause });
}

/** Whether the connection is of no more use. */
export function isLost(cause: unknown): boolean {
  return failureOf(cause) === 'server-lost';
}

/** Whether the same transaction may succeed if it is tried again at once. */
export function isConflict(cause: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(codeOf(cause));
}

function failureOf(cause: unknown): StoreFailure | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause.message.includes('after calling end on the pool')) return 'closed';
  const code = codeOf(cause);
  if (/SASL|password must be a string/.test(cause.message)) return 'denied';
  if (LOST_CODES.has(code) || code.startsWith('08')) return 'server-lost';
  return FAILURES[code] ?? (LOST_MESSAGES.test(cause.message) ? 'server-lost' : undefined);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** Such as `(password authentication failed for user "bot")`. The server never repeats a password. */
function detailOf(cause: unknown): string {
  const errors = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  const messages = errors.flatMap((error) => (error instanceof Error ? error.message.split('\n', 1) : []));
  return messages.length === 0 ? '' : `(${messages.join('; ')})`;
}
