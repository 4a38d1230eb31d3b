import { expect, it } from 'vitest';
import { forgetCommand } from '../../commands/forget.ts';
import { createAudience } from '../../src/locales/audience.ts';
import { makeSubscription } from '../fakes/subscription.ts';

const CHAT = { platform: 'test', chat: '1' };
const STEPS = [
  'subscriptions.remove',
  'deliveries.removeChat',
  'feeds.unfollowAll',
  'subscriptions.saveSettings',
  'memory.forget',
  'sentDigests.forget',
  'removed.forget',
  'imports.forget',
  'saved.forget',
  'forgetAtPlatform',
];

/** Deletes with stores that answer late, of which one fails. */
async function forget(failing?: string) {
  const done: string[] = [];
  const step = (name: string) => async () => {
    await new Promise(setImmediate);
    if (name === failing) throw new Error(`${name} failed`);
    done.push(name);
    return undefined;
  };
  const forgets = (name: string) => ({ forget: step(`${name}.forget`) });
  const command = forgetCommand({
    subscriptions: {
      inPlace: async () => [makeSubscription()],
      remove: step('subscriptions.remove'),
      saveSettings: step('subscriptions.saveSettings'),
    },
    deliveries: { removeChat: step('deliveries.removeChat') },
    feeds: { unfollowAll: step('feeds.unfollowAll') },
    memory: forgets('memory'),
    sentDigests: forgets('sentDigests'),
    removed: forgets('removed'),
    imports: forgets('imports'),
    saved: forgets('saved'),
    forgetAtPlatform: step('forgetAtPlatform'),
  });
  await command.run({ sure: 'yes' }, createAudience('en', 'UTC'), { in: CHAT, by: 'ann' });
  return done;
}

it('says that all is deleted after it is', async () => {
  expect(await forget()).toEqual(STEPS);
});

it.each(STEPS)('does not say so if one of the stores fails: %s', async (name) => {
  await expect(forget(name)).rejects.toThrow(`${name} failed`);
});
