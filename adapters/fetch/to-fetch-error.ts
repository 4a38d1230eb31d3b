import { FetchError, type FetchFailure } from '../../src/web/fetch-error.ts';

/** Codes of Node and undici: https://undici.nodejs.org/#/docs/api/Errors */
const CODES: Readonly<Record<string, FetchFailure>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'bad-response',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'bad-response',
  Z_DATA_ERROR: 'bad-response',
  Z_BUF_ERROR: 'bad-response',
};

const MESSAGES: Readonly<Partial<Record<FetchFailure, string>>> = {
  'unknown-host': 'There is no such host.',
  timeout: 'It took too long to answer.',
  'bad-response': 'Its answer cannot be read.',
  aborted: 'It was given up.',
};

/** Converts whatever a request failed with. The cause has the details; the message has none that a server could choose. */
export function toFetchError(error: unknown): FetchError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchError) return cause;
    if (cause.name === 'AbortError') return create('aborted', error);
    if (cause.name === 'HTTPParserError') return create('bad-response', error);
    const code = codeOf(cause);
    if (code !== undefined) return create(code, error);
  }
  return new FetchError('unreachable', 'It cannot be reached.', { cause: error });
}

function codeOf(error: Error): FetchFailure | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code.startsWith('ERR_BROTLI') || error.code.startsWith('ERR__ERROR_FORMAT')) return 'bad-response';
  return CODES[error.code];
}

function create(code: FetchFailure, cause: unknown): FetchError {
  return new FetchError(code, MESSAGES[code] ?? '', { cause });
}
