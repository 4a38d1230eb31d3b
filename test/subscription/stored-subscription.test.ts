import { describe, expect, it } from 'vitest';
import {
  fromStoredSubscription,
  parseStoredSettings,
  parseStoredSubscription,
  parseUsableSettings,
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

describe('a stored schedule that cannot be used', () => {
  const daily = { kind: 'daily', times: ['08:00'], days: [1], zone: 'UTC' };
  const instant = { kind: 'instant', zone: 'UTC', quiet: { from: '22:00', to: '07:00' } };
  const parse = (schedule: object) =>
    parseStoredSubscription(JSON.stringify({ ...toStoredSubscription(makeSubscription()), schedule }));

  it.each([daily, instant, { ...instant, quiet: null }])('is unlike %j, which can', (schedule) => {
    expect(parse(schedule).schedule).toEqual(schedule);
  });

  it.each([
    { ...daily, zone: 'Mars/Olympus' },
    { ...daily, times: [] },
    { ...daily, times: ['24:00'] },
    { ...daily, times: ['8 am'] },
    { ...daily, days: [] },
    { ...daily, days: [0] },
    { ...daily, days: [1.5] },
    { ...instant, zone: '' },
    { ...instant, quiet: { from: '22:00', to: 'morning' } },
  ])('makes the subscription unreadable: %j', (schedule) => {
    expect(() => parse(schedule)).toThrow('"schedule"');
  });
});

describe('stored settings', () => {
  it.each([{ zone: 'Mars/Olympus' }, { language: 'tlh' }, { quiet: { from: '7', to: '8' } }, { tellEmpty: 'yes' }])(
    'are usable without one that is not: %j',
    (unusable) => {
      const json = JSON.stringify({ silent: true, ...unusable, later: 1 });
      expect(() => parseStoredSettings(json)).toThrow('"path"');
      expect(parseUsableSettings(json)).toEqual({ silent: true, later: 1 });
    },
  );

  it.each([{}, { zone: 'UTC' }, { sendEmpty: false }, { sendEmpty: true, silent: true }])(
    'are read back unchanged: %o',
    (settings) => {
      expect(Object.keys(toStoredSettings(settings))).not.toContain('sendEmpty');
      expect(parseStoredSettings(JSON.stringify(toStoredSettings(settings)))).toStrictEqual(settings);
    },
  );
});
