import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeSettingsFile, parseSettingsFile, toPortable } from '../../src/subscription/settings-file.ts';
import { makeSubscription } from '../fakes/subscription.ts';

const PORTABLE = {
  settings: { zone: 'Asia/Tokyo', language: 'zh-TW', quiet: { from: '22:00', to: '07:00' }, silent: true },
  subscriptions: [toPortable(makeSubscription({ state: 'paused' })), toPortable(makeSubscription({ style: 'full' }))],
  feeds: ['https://harbour.example/feed.xml'],
} as const;
const read = (change: object) =>
  parseSettingsFile(JSON.stringify({ ...JSON.parse(composeSettingsFile(PORTABLE)), ...change }));
const [first] = PORTABLE.subscriptions;

describe('a file of settings', () => {
  it('reads what was written', () => {
    const text = composeSettingsFile(PORTABLE);
    expect(parseSettingsFile(text)).toEqual({ kind: 'read', portable: PORTABLE, unusable: [] });
    expect(parseSettingsFile(`\uFEFF${text}`)).toMatchObject({ kind: 'read' });
  });

  it('names nothing that belongs to the chat', () => {
    const text = composeSettingsFile({ ...PORTABLE, subscriptions: [toPortable(makeSubscription({ id: 'k3f9ab' }))] });
    for (const own of ['k3f9ab', 'telegram', 'createdAt', 'position']) expect(text).not.toContain(own);
  });

  it.each([
    '',
    'no',
    '[]',
    '{"kind":"other"}',
    '{"kind":"gazette settings"}',
    'null',
    '{"kind":"gazette settings","version":0}',
  ])('is not %s', (text) => expect(parseSettingsFile(text)).toEqual({ kind: 'failed', why: 'not-settings' }));

  it('may be from a newer version, or too long', () => {
    expect(read({ version: 2 })).toEqual({ kind: 'failed', why: 'newer-version' });
    expect(read({ feeds: Array.from({ length: 201 }, (_, at) => `https://x.example/${at}`) })).toMatchObject({
      why: 'not-settings',
    });
  });

  it.each([
    [{ settings: { zone: 'Mars/Base' } }, { part: 'zone', zone: 'Mars/Base' }],
    [{ settings: { silent: 'loud' } }, { part: 'setting', name: 'silent' }],
    [{ subscriptions: [first, 7] }, { part: 'subscription', number: 2 }],
    [{ subscriptions: [{ ...first, style: 'huge' }] }, { part: 'subscription', number: 1 }],
    [
      { subscriptions: [{ ...first, schedule: { ...first.schedule, times: ['8'] } }] },
      { part: 'subscription', number: 1 },
    ],
    [
      { subscriptions: [{ ...first, schedule: { ...first.schedule, zone: 'Mars/Base' } }] },
      { part: 'zone', zone: 'Mars/Base', number: 1 },
    ],
    [{ feeds: ['file:///etc/passwd'] }, { part: 'feed', address: 'file:///etc/passwd' }],
    [{ feeds: ['https://ann:secret@x.example/'] }, { part: 'feed', address: 'https://ann:secret@x.example/' }],
    [{ feeds: [7] }, { part: 'feed', address: '' }],
  ])('keeps the rest, and names what cannot be used: %j', (change, expected) => {
    const reading = read(change);
    expect(reading).toMatchObject({ kind: 'read', unusable: [expected] });
  });

  it('sorts times and days, leaves out what it does not know, and takes an address once', () => {
    const schedule = { kind: 'daily', times: ['20:00', '08:00', '20:00'], days: [7, 1, 1], zone: 'UTC' };
    const feeds = ['https://x.example', 'https://x.example/'];
    const reading = read({
      subscriptions: [{ ...first, schedule, id: 'evil', to: {} }],
      feeds,
      settings: { __proto__: 1, other: 2 },
    });
    expect(reading).toMatchObject({
      portable: { settings: {}, feeds: ['https://x.example/'] },
      unusable: [],
    });
    const [subscription] = reading.kind === 'read' ? reading.portable.subscriptions : [];
    expect(subscription).toMatchObject({ schedule: { times: ['08:00', '20:00'], days: [1, 7] } });
    expect(subscription).not.toHaveProperty('id');
    expect(subscription).not.toHaveProperty('to');
  });

  it('may hold anything without a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (settings, subscriptions, feeds) => {
        expect(['read', 'failed']).toContain(read({ settings, subscriptions, feeds }).kind);
      }),
    );
  });
});
