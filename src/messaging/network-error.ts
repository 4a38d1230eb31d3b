import { redactCredentials } from '../text/redact-credentials.ts';
import type { FailureDetails } from './platform-failure.ts';
import { TurnLost } from './rate-limits/turn-lost.ts';

/** Codes of a connection that was never established. https://nodejs.org/api/errors.html#common-system-errors */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT/;
/** None of the several addresses of a host could be reached in time: node-fetch gives only the code, and no reason. */
const NONE_REACHED = /reason:\s+ETIMEDOUT$/;

/** The text of a network error with its code and its causes: if several addresses were tried, the error of each. */
export function describeNetworkError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors.map(describeNetworkError) : [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const deeper = error.cause === undefined ? [] : [describeNetworkError(error.cause)];
  const words = [error.message.trim(), ...code, ...inner, ...deeper].filter((one) => one !== '');
  return [...new Set(words)].join(' ') || error.name;
}

/** Whether a request was certainly not sent: after any other network error it may have taken effect. */
export function isNeverSent(error: unknown): boolean {
  const words = describeNetworkError(error);
  return NEVER_SENT.test(words) || NONE_REACHED.test(words);
}

/** Whether no response came in time. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && /abort|timeout/i.test(`${error.name} ${describeNetworkError(error)}`);
}

/** A request without a response: unless it was certainly not sent, it may have taken effect. */
export function toUnanswered(cause: unknown, tokens: RegExp): FailureDetails {
  if (cause instanceof TurnLost) return { reason: 'busy', kind: 'stopped', message: cause.message };
  const message = isTimeout(cause) ? 'No answer came in time.' : redact(describeNetworkError(cause), tokens);
  return { reason: 'busy', kind: isNeverSent(cause) ? 'other' : 'unclear', message };
}

/** Replaces tokens, and the passwords of addresses, in an error's text. */
export function redact(text: string, tokens: RegExp): string {
  return redactCredentials(text.replace(tokens, '[token]'));
}
