import { describe, expect, it } from 'vitest';
import {
  fromStoredSubscription,
  parseStoredSettings,
  toStoredSettings,
  toStoredSubscription,
} from '../../src/subscription/stored-subscription.ts';
import { makeSubscription } from '../fakes/subscription.ts';

describe('a stored subscription', () => {
  const subscription = makeSubscription({ sendEmpty: true, state: 'suspended', suspendedFor: 'gone' });

  it('has the names that existing state files have', () => {
    const stored = toStoredSubscription(subscription);
    expect(stored).toMatchObject({ tellEmpty: true, state: 'parked', parkedFor: 'gone' });
    expect(Object.keys(stored)).not.toContain('sendEmpty');
    expect(stored.publishedUntil).toBe(subscription.enqueuedUntil);
  });

  it('is read back unchanged', () => {
    expect(fromStoredSubscription(toStoredSubscription(subscription))).toEqual(subscription);
  });
});

describe('stored settings', () => {
  it.each([{}, { zone: 'UTC' }, { sendEmpty: false }, { sendEmpty: true, silent: true }])(
    'are read back unchanged: %o',
    (settings) => {
      expect(Object.keys(toStoredSettings(settings))).not.toContain('sendEmpty');
      expect(parseStoredSettings(JSON.stringify(toStoredSettings(settings)))).toStrictEqual(settings);
    },
  );
});
