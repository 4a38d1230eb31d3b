import { describe, expect, it } from 'vitest';
import { createForums } from '../../../../adapters/discord/forum/forums.ts';
import type { Address } from '../../../../src/subscription/address.ts';
import { messageView } from '../../../../src/view/message-view.ts';
import { createFakeClock } from '../../../fakes/clock.ts';
import { makeDeliverOptions } from '../../../fakes/deliver-options.ts';
import { createFakeDiscord } from '../../../fakes/discord-client.ts';
import { createFakeStateStore } from '../../../fakes/state-store.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';

const POST: Address = { platform: 'discord', chat: '7', thread: '70', server: '1' };

function create(answer: () => unknown) {
  const clock = createFakeClock();
  const reported: unknown[] = [];
  const { client, asked } = createFakeDiscord(answer);
  const state = createFakeStateStore({ nowMs: 0 });
  return {
    ...createForums({ client, state, clock, report: (error) => void reported.push(error) }),
    asked,
    reported,
    clock,
  };
}

describe('a thread', () => {
  it.each([
    [15, true],
    [16, true],
    [0, undefined],
    [5, undefined],
  ])('of a channel of type %d is located with one request', async (type, forum) => {
    const { locate, isForum, asked } = create(() => ({ id: '7', type }));
    expect((await locate(POST)).forum).toBe(forum);
    expect((await locate({ ...POST, thread: '71' })).forum).toBe(forum);
    expect(await isForum('7')).toBe(forum === true);
    expect(asked).toEqual([{ method: 'GET', route: '/channels/7' }]);
  });

  it('counts as outside a forum if the request fails', async () => {
    const failure = new Error('down');
    const { locate, reported } = create(() => {
      throw failure;
    });
    expect(await locate(POST)).toEqual(POST);
    expect(reported).toEqual([failure]);
  });

  it('counts as outside a forum if Discord is silent', async () => {
    const { locate, clock } = create(() => new Promise(() => undefined));
    const located = locate(POST);
    await clock.pass(1000);
    expect(await located).toEqual(POST);
  });

  it('is looked up again after `forget`', async () => {
    const { locate, forget, isForum, asked } = create(() => ({ type: 15 }));
    await locate(POST);
    await forget('7');
    expect(await isForum('7')).toBe(false);
    await locate(POST);
    expect(asked).toHaveLength(2);
  });

  it('is not looked up for other channels', async () => {
    const { locate, asked } = create(() => ({ type: 15 }));
    const chat = { platform: 'discord', chat: '7', server: '1' };
    expect([await locate(chat), asked]).toEqual([chat, []]);
  });
});

describe('a forum on Discord', () => {
  it('gets a post for each digest after /subscribe in one of its posts', async () => {
    const { discord, bot, talk } = await startDiscordBot();
    const owner = discord.addUser();
    const forum = discord.addChannel(discord.addGuild({ members: [owner] }), { type: 15 });
    const post = discord.addThread(forum);
    const asked = await discord.answerTo(discord.command(owner, post, 'subscribe'));
    const moved = await discord.answerTo(discord.press(owner, asked, 'New post each time'));
    expect(moved.text).toContain('each digest in a new post');
    const typing = discord.autocomplete(owner, post, { command: 'pause', option: 'subscription', text: 'art' });
    expect(await discord.choicesFor(typing)).toEqual([{ name: '1 all articles', value: '#aaaaa1' }]);
    const [subscription] = await talk.subscriptions.forChat({ platform: 'discord', chat: forum.id });
    expect(subscription?.to).toEqual({ platform: 'discord', chat: forum.id, server: forum.guildId });
    await bot.deliver(subscription?.to ?? POST, messageView('Digest'), makeDeliverOptions());
    expect(discord.threads(forum).map(({ id }) => id === post.id)).toEqual([true, false]);
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  });
});
