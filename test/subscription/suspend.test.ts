import { describe, expect, it } from 'vitest';
import type { Address } from '../../src/subscription/address.ts';
import { provesReachable, suspend, unsuspend } from '../../src/subscription/suspend.ts';
import { makeSubscription } from '../fakes/subscription.ts';
import { createFakeSubscriptionStore } from '../fakes/subscription-store.ts';

const chat = { platform: 'test', chat: 'one' };
const post = { ...chat, thread: 'post', server: 's', forum: true } as const;

describe('a received message', () => {
  it.each<[string, [to: Address, heard: Address], boolean]>([
    ['the chat', [chat, chat], true],
    [
      'the thread',
      [
        { ...chat, thread: '7' },
        { ...chat, thread: '7' },
      ],
      true,
    ],
    [
      'no other thread',
      [
        { ...chat, thread: '8' },
        { ...chat, thread: '7' },
      ],
      false,
    ],
    ['no thread from outside of it', [{ ...chat, thread: '7' }, chat], false],
    ['no chat from one of its threads', [chat, { ...chat, thread: '7' }], false],
    ['the forum around a post', [{ ...chat, server: 's' }, post], true],
    ['no other post', [{ ...chat, thread: 'other', server: 's' }, post], false],
    [
      'the channel of a server',
      [
        { ...chat, server: 's' },
        { ...chat, server: 's' },
      ],
      true,
    ],
    ['nothing of a server where the bot is only along', [{ ...chat, server: 's' }, chat], false],
    ['what was subscribed without naming the server', [chat, { ...chat, server: 's' }], true],
  ])('proves %s to be reachable', (_name, [to, heard], shown) => {
    expect(provesReachable(to, heard)).toBe(shown);
  });
});

describe('a subscription', () => {
  it.each(['active', 'paused', 'suspended'] as const)('that is %s stays paused if people paused it', async (state) => {
    const subscriptions = createFakeSubscriptionStore();
    const before = makeSubscription({ state, suspendedFor: state === 'suspended' ? 'gone' : null });
    await subscriptions.save(before, null);
    await unsuspend(before.id, subscriptions);
    expect(await subscriptions.get(before.id)).toMatchObject({
      state: state === 'paused' ? 'paused' : 'active',
      suspendedFor: null,
    });
    await suspend(before.id, 'gone', subscriptions);
    const after = { state: state === 'paused' ? 'paused' : 'suspended' };
    expect(await subscriptions.get(before.id)).toMatchObject(after);
  });
});
