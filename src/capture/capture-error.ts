import type { FetchFailure } from '../web/fetch-error.ts';

/** Why a page was not captured. */
export type CaptureFailure =
  | FetchFailure
  /** The server says that the page does not exist any more. */
  | 'not-found'
  /** The server wants a login, a payment or another visitor. */
  | 'refused'
  /** The server is busy or broken. */
  | 'server-error'
  /** A picture, a PDF or something else that is not HTML. */
  | 'not-html'
  /** Only a form to log in. */
  | 'login-required'
  /** Only a question whether cookies may be set. */
  | 'consent-wall'
  /** There is no text without scripts, or the text is no article. */
  | 'no-article';

const PERMANENT: ReadonlySet<CaptureFailure> = new Set([
  'bad-address',
  'forbidden-address',
  'disallowed',
  'not-found',
  'refused',
  'not-html',
  'login-required',
  'consent-wall',
  'no-article',
  'too-large',
]);

/** The message says for people what happened; it contains nothing that a server chose. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';

  readonly code: CaptureFailure;

  /** Whether trying again in some hours is pointless. */
  readonly isPermanent: boolean;

  constructor(code: CaptureFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.isPermanent = PERMANENT.has(code);
  }
}
