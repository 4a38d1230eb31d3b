import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import type { Dispatch } from '../../../src/chat/request.ts';
import type { Clock } from '../../../src/clock.ts';
import { messageView } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const DEADLINE_MS = 700;
const DEFER = 5;
const ORIGINAL = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
const HASTY: Clock = { ...systemClock, after: (delayMs, call) => systemClock.after(delayMs / 15, call) };
const open = { command: 'article', values: { article: 'strait001' } };

/** Blocks the process, as a huge article does. */
const blocking: Dispatch = async ({ name }) => {
  const until = performance.now() + 2 * DEADLINE_MS;
  while (name !== 'help' && performance.now() < until);
  return messageView(`Here is ${name}.`);
};

async function start(options: Parameters<typeof startDiscordBot>[0] = {}) {
  const all = await startDiscordBot(options);
  const ann = all.discord.addUser();
  const ben = all.discord.addUser({ username: 'ben' });
  const guild = all.discord.addGuild({ members: [ann, ben] });
  return { ...all, ann, ben, guild, general: all.discord.addChannel(guild) };
}

describe('an answer', () => {
  it('is acknowledged before work that blocks the process', async () => {
    const { discord, ann, general, reported } = await start({ dispatch: blocking, deadlineMs: DEADLINE_MS });
    const asked = discord.command(ann, general, open);
    expect((await discord.answerTo(asked)).text).toBe('Here is article.');
    expect([asked.callback, reported, discord.messages(general).length]).toEqual([DEFER, [], 1]);
  });

  it('is one response if it cannot block the process', async () => {
    const { discord, ann, general } = await start({ dispatch: blocking });
    const asked = discord.command(ann, general, 'help');
    await discord.answerTo(asked);
    expect([asked.callback, discord.calls(ORIGINAL)]).toEqual([4, []]);
  });

  it('that only the user may see leaves no placeholder', async () => {
    const { discord, ann, general } = await start();
    const asked = discord.command(ann, general, { command: 'article', values: { article: 'nowhere to be found' } });
    expect(await discord.answerTo(asked)).toMatchObject({ isEphemeral: true });
    expect(discord.messages(general)).toEqual([]);
  });

  it('replaces its placeholder, though Discord does not know it at once', async () => {
    const shown = Promise.withResolvers<void>();
    const dispatch: Dispatch = async () => await shown.promise.then(() => messageView('Here it is.'));
    const { discord, ann, general } = await start({ clock: HASTY, dispatch });
    const action: FaultAction = { kind: 'error', status: 404, code: 10_015, message: 'Unknown Webhook' };
    discord.fault({ on: ORIGINAL, times: 3, action });
    const asked = discord.command(ann, general, open);
    await discord.waitFor(() => asked.callback === DEFER, 'the placeholder');
    shown.resolve();
    const answer = await discord.answerTo(asked);
    expect([answer.text, discord.messages(general).length]).toEqual(['Here it is.', 1]);
  });
});

/** A digest with a menu of articles and a picture. */
const digest: View = {
  blocks: [
    { kind: 'text', spans: [{ kind: 'plain', text: 'The ferry is back.' }] },
    {
      kind: 'image',
      picture: { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: 'A pier', caption: null, credit: null },
    },
  ],
  actions: Array.from({ length: 8 }, (_, n) => ({
    label: `Open ${n}`,
    role: 'contents',
    command: n === 0 ? '/article strait001' : `/search ${n}`,
  })),
};

describe('a menu in a message that others use too', () => {
  it('opens the same article again and again', async () => {
    const { discord, bot, ann, ben, guild, general } = await start();
    await bot.deliver({ platform: 'discord', chat: general.id, server: guild.id }, digest, makeDeliverOptions());
    const [message] = discord.messages(general);
    for (const user of [ann, ann, ben, ann]) {
      const used = discord.select(user, { channelId: general.id, id: message?.id ?? '' }, ['Open 0']);
      await discord.waitFor(() => discord.followUps(used).length > 0, 'the article');
      expect(discord.followUps(used)).toMatchObject([{ isEphemeral: true }]);
    }
    expect(discord.messages(general)).toMatchObject([{ text: message?.text, pictures: message?.pictures }]);
  });
});
