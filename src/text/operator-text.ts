import { escapeInvisible } from './escape-invisible.ts';
import { redactCredentials } from './redact-credentials.ts';

/** Makes untrusted text fit for the operator's log and terminal: no passwords of addresses, no invisible characters. */
export function toOperatorText(text: string): string {
  return escapeInvisible(redactCredentials(text));
}
