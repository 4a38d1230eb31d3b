import { describe, expect, it } from 'vitest';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { createTalk } from '../fixtures/converse.ts';

/** The chat of the talk is `one` on `test`: this one has the same number on another platform. */
const ELSEWHERE = { platform: 'other', chat: 'one' };
const NOW = new Date('2021-11-15T12:00:00.000Z');

describe('a chat with the same id on another platform', () => {
  it.each(['/edition aaaaaa@noon', '/resend aaaaaa@noon'])('has digests that %s does not show', async (typed) => {
    const { ask, deliveries } = createTalk();
    await deliveries.add([makeEdition('aaaaaa@noon', { to: ELSEWHERE })], NOW);
    await deliveries.complete('aaaaaa@noon', 'failed', { at: NOW, reason: 'refused' });
    expect(JSON.stringify(await ask(typed))).toContain('I no longer have that digest');
    expect(await deliveries.get('aaaaaa@noon')).toMatchObject({ outcome: 'failed' });
  });

  it.each(['pause', 'unsubscribe', 'preview'])('has subscriptions that /%s does not find', async (name) => {
    const { ask, subscriptions } = createTalk();
    await subscriptions.save(makeSubscription({ to: ELSEWHERE }), NOW);
    await ask(`/${name} #aaaaaa`);
    expect(await subscriptions.get('aaaaaa')).toMatchObject({ state: 'active', to: ELSEWHERE });
  });
});

it('apologises and goes on if the store rejects while an undo is kept', async () => {
  const { say, subscriptions, clock, reported } = createTalk();
  await subscriptions.save(makeSubscription({ to: { platform: 'test', chat: 'one' } }), NOW);
  clock.fail = new Error('The disk is full.');
  expect(await say('/unsubscribe #aaaaaa')).toContain('Something went wrong on my side');
  expect(reported).toContain(clock.fail);
  delete clock.fail;
  expect(await say('/subscriptions')).toContain('subscri');
});

describe('where the bot may not post', () => {
  it.each(['/subscribe 8:00', '/subscriptions', '/resume'])('%s says so at once', async (typed) => {
    const { say } = createTalk();
    await say('/subscribe');
    expect(await say(typed, { mayPost: false })).toContain('I’m not allowed to post here yet.');
    expect(await say(typed, { mayPost: true })).not.toContain('I may not post');
    expect(await say(typed)).not.toContain('I may not post');
  });

  it('an answer that arranges no post does not mention it', async () => {
    expect(await createTalk().say('/articles', { mayPost: false })).not.toContain('I may not post');
  });
});
