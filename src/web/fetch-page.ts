/** An answer with a status that is no redirect. */
export interface Fetched {
  /** Where it came from, after all redirects. */
  url: string;
  /** Where the address has moved for good: after the permanent redirects that came first. Undefined if it has not. */
  movedTo: string | undefined;
  status: number;
  /** By names in lower case; of several with one name, the first. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Decoded from gzip and the like, but not from a charset. */
  body: Uint8Array;
}

export interface FetchOptions {
  headers?: Readonly<Record<string, string>>;
  /** Of the decoded body. */
  maxBytes?: number;
  /** For all requests together, each from its connection to its last byte; not for the time until a host may be asked. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Fetches from the public internet. Rejects with `FetchError`. */
export type FetchPage = (url: string, options?: FetchOptions) => Promise<Fetched>;
