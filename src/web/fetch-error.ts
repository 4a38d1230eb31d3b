/** Why nothing was fetched. An HTTP status, whichever, is an answer and no error. */
export type FetchFailure =
  /** Not an http(s) address without a name and password, or a port that is not for the web. */
  | 'bad-address'
  /** It is, or leads to, an address that is not on the public internet. */
  | 'forbidden-address'
  /** The site's robots.txt asks not to. */
  | 'disallowed'
  /** The name does not exist. */
  | 'unknown-host'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  /** What came is not an HTTP answer, or is encoded in a way that cannot be read. */
  | 'bad-response'
  | 'aborted';

/** The message is for people: it names the address without its query, and never an internal one that was resolved. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  readonly code: FetchFailure;

  constructor(code: FetchFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
