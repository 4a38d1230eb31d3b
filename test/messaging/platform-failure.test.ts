import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { toUnanswered } from '../../src/messaging/network-error.ts';
import { PlatformFailure } from '../../src/messaging/platform-failure.ts';

describe('a failure of a platform', () => {
  it('is a delivery error of a kind', () => {
    const failure = new PlatformFailure<'picture'>({ reason: 'busy', kind: 'picture', retryAfterMs: 5 });
    expect(failure).toBeInstanceOf(DeliveryError);
    expect(failure).toMatchObject({ kind: 'picture', retryAfterMs: 5, message: 'Not delivered: busy.' });
    expect(new PlatformFailure({ reason: 'gone' }).kind).toBe('other');
  });

  it('is unclear without a response, and shows no token', () => {
    expect(toUnanswered(new Error('socket hang up at /bot123/x'), /bot\d+/g)).toEqual({
      reason: 'busy',
      kind: 'unclear',
      message: 'socket hang up at /[token]/x',
    });
    expect(toUnanswered(new Error('connect ECONNREFUSED'), /bot\d+/g)).toMatchObject({ kind: 'other' });
  });
});
