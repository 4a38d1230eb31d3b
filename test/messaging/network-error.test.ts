import { describe, expect, it } from 'vitest';
import { describeNetworkError, isNeverSent, isTimeout } from '../../src/messaging/network-error.ts';

const coded = (code: string, message = `connect ${code} 192.0.2.1:443`) => Object.assign(new Error(message), { code });
/** What node-fetch makes of several addresses of which none answered: a code, and no reason. */
const withoutReason = (code: string) => coded(code, 'request to https://x.example/ failed, reason: ');

describe('a network error', () => {
  it('contains the error of each address of a host', () => {
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    expect(describeNetworkError(new TypeError('fetch failed', { cause: both }))).toBe(
      'fetch failed connect ECONNREFUSED 192.0.2.1:443 ECONNREFUSED connect ENETUNREACH 192.0.2.1:443 ENETUNREACH',
    );
  });

  it.each([
    ['without a message', new AggregateError([]), 'AggregateError'],
    ['with a code alone', withoutReason('ETIMEDOUT'), 'request to https://x.example/ failed, reason: ETIMEDOUT'],
    ['that is no error', 'odd', 'odd'],
  ])('is never empty: one %s', (_what, error, words) => {
    expect(describeNetworkError(error)).toBe(words);
  });

  it.each([
    coded('ECONNREFUSED'),
    coded('ENOTFOUND'),
    withoutReason('ECONNREFUSED'),
    withoutReason('ETIMEDOUT'),
    new TypeError('fetch failed', { cause: coded('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error') }),
  ])('had no effect if no connection was established: %s', (error) => {
    expect(isNeverSent(error)).toBe(true);
  });

  it.each([coded('ECONNRESET'), coded('ETIMEDOUT', 'read ETIMEDOUT'), new Error('socket hang up')])(
    'may have had an effect: %s',
    (error) => {
      expect(isNeverSent(error)).toBe(false);
    },
  );

  it('is a timeout if the request was aborted', () => {
    expect(isTimeout(new DOMException('This operation was aborted', 'AbortError'))).toBe(true);
    expect(isTimeout(new DOMException('x', 'TimeoutError'))).toBe(true);
    expect(isTimeout(coded('ECONNRESET'))).toBe(false);
  });
});
