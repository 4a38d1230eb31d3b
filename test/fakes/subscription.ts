import type { Edition } from '../../src/digest/edition.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';

/** A daily subscription of chat `1`, with some values replaced. */
export function makeSubscription(overrides: Partial<Subscription> = {}): Subscription {
  return {
    id: 'aaaaaa',
    to: { platform: 'telegram', chat: '1' },
    language: 'en',
    schedule: { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Asia/Shanghai' },
    selection: { sources: [], topics: [], without: [] },
    style: 'brief',
    sendEmpty: false,
    silent: false,
    forFollowers: false,
    withUpdates: false,
    withEdits: false,
    state: 'active',
    suspendedFor: null,
    createdAt: '2024-05-01T00:00:00.000Z',
    enqueuedUntil: '2024-05-01T00:00:00.000Z',
    position: 0,
    sentUntil: null,
    ...overrides,
  };
}

/** An edition of subscription `aaaaaa` in chat `1`, with some values replaced. */
export function makeEdition(id: string, overrides: Partial<Edition> = {}): Edition {
  return {
    id,
    subscription: 'aaaaaa',
    to: { platform: 'telegram', chat: '1' },
    slot: '2024-05-02T00:00:00.000Z',
    next: null,
    missed: 0,
    after: 0,
    upTo: 7,
    selection: { sources: [], topics: [], without: [] },
    style: 'brief',
    language: 'en',
    zone: 'Asia/Shanghai',
    sendEmpty: false,
    silent: false,
    forFollowers: false,
    withUpdates: false,
    withEdits: false,
    ...overrides,
  };
}
