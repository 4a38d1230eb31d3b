import type { FailureDetails } from './platform-failure.ts';
import { redact } from './redact.ts';

/** Codes of a connection that was never made. https://nodejs.org/api/errors.html#common-system-errors */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT/;
/** A host with several addresses of which none could be reached in time: node-fetch gives only the code, and no reason. */
const NONE_REACHED = /reason:\s+ETIMEDOUT$/;

/** What a network error says, with its code and what caused it: where several addresses were tried, each says its own. */
export function describeNetworkError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error instanceof AggregateError ? error.errors.map(describeNetworkError) : [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const deeper = error.cause === undefined ? [] : [describeNetworkError(error.cause)];
  const words = [error.message.trim(), ...code, ...inner, ...deeper].filter((one) => one !== '');
  return [...new Set(words)].join(' ') || error.name;
}

/** Whether a request certainly never left: after any other network error it may have taken effect. */
export function isNeverSent(error: unknown): boolean {
  const words = describeNetworkError(error);
  return NEVER_SENT.test(words) || NONE_REACHED.test(words);
}

/** Whether an answer did not come within the time that was allowed for it. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && /abort|timeout/i.test(`${error.name} ${describeNetworkError(error)}`);
}

/** A request without an answer: unless it certainly never left, it may have taken effect. */
export function toUnanswered(cause: unknown, tokens: RegExp): FailureDetails {
  const message = isTimeout(cause) ? 'No answer came in time.' : redact(describeNetworkError(cause), tokens);
  return { reason: 'busy', kind: isNeverSent(cause) ? 'other' : 'unclear', message };
}
