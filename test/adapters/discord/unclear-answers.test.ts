import { describe, expect, it } from 'vitest';
import { messageView } from '../../../src/view/message-view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const MESSAGES = 'POST /channels/{channel_id}/messages';
const LIST = 'GET /channels/{channel_id}/messages';
const THREADS = 'POST /channels/{channel_id}/threads';
const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const BODIES = [null, [], {}, [null], 7, { id: 7 }].map((body) => [JSON.stringify(body), body] as const);

const view = messageView('The ferry is back.');

async function start(type: 0 | 15 = 0) {
  const all = await startDiscordBot();
  const ann = all.discord.addUser();
  const guild = all.discord.addGuild({ members: [ann] });
  const channel = all.discord.addChannel(guild, { type });
  return { ...all, ann, channel, to: { platform: 'discord', chat: channel.id, server: guild.id } };
}

describe.each(BODIES)('an answer of %s', (_text, body) => {
  it('to a message that arrived makes no second one', async () => {
    const { discord, bot, channel, to } = await start();
    discord.fault({ on: MESSAGES, action: { kind: 'answer', body, phase: 'after' } });
    await bot.deliver(to, view, makeDeliverOptions());
    expect(discord.messages(channel)).toHaveLength(1);
  });

  it('to a message that did not arrive is not taken for its arrival', async () => {
    const { discord, bot, channel, to } = await start();
    discord.fault({ on: MESSAGES, action: { kind: 'answer', body } });
    await bot.deliver(to, view, makeDeliverOptions());
    expect(discord.messages(channel)).toHaveLength(1);
  });

  it('counts as unclear while it lasts', async () => {
    const { discord, bot, to } = await start();
    discord.fault({ on: MESSAGES, action: { kind: 'answer', body }, times: 9 });
    await expect(bot.deliver(to, view, makeDeliverOptions())).rejects.toMatchObject({ reason: 'busy', unclear: false });
  });

  it('to a new post makes no second one', async () => {
    const { discord, bot, channel, to } = await start(15);
    discord.fault({ on: THREADS, action: { kind: 'answer', body, phase: 'after' } });
    await bot.deliver(to, view, makeDeliverOptions());
    expect(discord.threads(channel)).toHaveLength(1);
  });

  it('to a command is no failure', async () => {
    const { discord, ann, channel, reported } = await start();
    discord.fault({ on: CALLBACK, action: { kind: 'answer', body, phase: 'after' } });
    await discord.answerTo(discord.command(ann, channel, 'help'));
    expect(reported).toEqual([]);
  });
});

describe('a message whose arrival is unclear', () => {
  const down = { kind: 'status', status: 502, phase: 'after' } as const;

  it('may be shown twice where the bot may not read the channel, and only there', async () => {
    const { discord, bot, channel, to } = await start();
    const again = makeDeliverOptions({ mayHaveBeenSentSince: new Date() });
    discord.fault({ on: MESSAGES, action: down, times: 9 });
    await expect(bot.deliver(to, view, makeDeliverOptions())).rejects.toMatchObject({ unclear: false });
    discord.deny(channel, ['ReadMessageHistory']);
    await expect(bot.deliver(to, view, again)).rejects.toMatchObject({ reason: 'busy', unclear: true });
    discord.deny(channel, []);
    await bot.deliver(to, view, again);
    expect(discord.messages(channel)).toHaveLength(1);
  });

  it('is looked for again after a list of the wrong shape', async () => {
    const { discord, bot, channel, to } = await start();
    await bot.deliver(to, view, makeDeliverOptions());
    discord.fault({ on: LIST, action: { kind: 'answer', body: {} } });
    await bot.deliver(to, view, makeDeliverOptions({ mayHaveBeenSentSince: new Date() }));
    expect(discord.messages(channel)).toHaveLength(1);
  });
});
