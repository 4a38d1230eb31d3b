import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import type { Clock } from '../../../src/clock.ts';
import { messageView } from '../../../src/view/message-view.ts';
import type { View } from '../../../src/view/view.ts';
import type { FaultAction } from '../../emulators/discord/faults.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const MESSAGES = 'POST /channels/{channel_id}/messages';
const THREADS = 'POST /channels/{channel_id}/threads';
const HASTY: Clock = { ...systemClock, after: (delayMs, call) => systemClock.after(delayMs / 15, call) };

const view = messageView('The ferry is back.');
const again = () => makeDeliverOptions({ mayHaveBeenSentSince: new Date() });

async function start(forum: { tags?: string[]; requireTag?: boolean; type?: 0 | 15 } = {}) {
  const all = await startDiscordBot({ clock: HASTY });
  const owner = all.discord.addUser({ username: 'owner' });
  const guild = all.discord.addGuild({ members: [owner] });
  const channel = all.discord.addChannel(guild, { type: 15, ...forum });
  return { ...all, owner, channel, to: { platform: 'discord', chat: channel.id, server: guild.id } };
}

const refusal = (status: number, code: number, errors?: object): FaultAction => ({
  kind: 'error',
  status,
  code,
  message: 'No.',
  ...(errors && { errors }),
});

describe('a message whose first request arrived without an answer', () => {
  const long: View = {
    blocks: Array.from({ length: 12 }, (_, at) => ({
      kind: 'text',
      spans: [{ kind: 'plain', text: `Article ${at}. ${'The ferry waits at the pier. '.repeat(8)}` }],
    })),
    actions: [],
  };

  it.each([
    ['refuses its content', [refusal(400, 50_035)]],
    ['calls a link harmful', [refusal(400, 240_000)]],
    ['refuses its content and a search', [refusal(400, 50_035)], [refusal(400, 50_035)]],
    ['has errors without a reason', Array.from({ length: 3 }, (): FaultAction => ({ kind: 'status', status: 500 }))],
  ])('is not sent again in pieces if Discord then %s', async (_why, then, search: readonly FaultAction[] = []) => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: { kind: 'status', status: 500, phase: 'after' } });
    for (const action of then) discord.fault({ on: MESSAGES, action });
    for (const action of search) discord.fault({ on: 'GET /channels/{channel_id}/messages', action });
    const parts: (readonly string[])[] = [];
    await bot.deliver(to, long, makeDeliverOptions({ onPartSent: async (_part, ids) => void parts.push(ids) }));
    expect(discord.messages(channel).map(({ id }) => id)).toEqual(parts.flat());
    expect(parts.flat()).toHaveLength(1);
  });
});

describe('a message whose first request arrived without an answer, and could not be looked for', () => {
  it('is looked for again if Discord refuses another form of it', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: { kind: 'status', status: 500, phase: 'after' } });
    discord.fault({ on: MESSAGES, times: 2, action: refusal(400, 50_035) });
    discord.fault({ on: 'GET /channels/{channel_id}/messages', times: 2, action: refusal(400, 50_035) });
    const one = 'GET /channels/{channel_id}/messages/{message_id}';
    discord.fault({ on: one, times: 2, action: refusal(400, 50_035) });
    await bot.deliver(to, { ...long, blocks: [picture, ...long.blocks.slice(0, 10)] }, makeDeliverOptions());
    expect(discord.messages(channel)).toHaveLength(1);
    expect(discord.calls(MESSAGES)).toHaveLength(3);
  });
});

describe('a message that an earlier try sent in part', () => {
  it.each([
    ['a channel', 0, MESSAGES],
    ['a forum', 15, THREADS],
  ] as const)('is continued in halves in %s, though Discord accepts all of it now', async (_where, type, first) => {
    const { discord, bot, channel, to } = await start({ type });
    const errors = { message: { components: { _errors: [{ code: 'ANY', message: 'No.' }] } } };
    discord.fault({ on: first, action: refusal(400, 50_035, errors) });
    discord.fault({ on: MESSAGES, skip: type === 0 ? 2 : 1, times: 4, action: { kind: 'status', status: 502 } });
    await expect(bot.deliver(to, long, makeDeliverOptions())).rejects.toMatchObject({ reason: 'busy' });
    await bot.deliver(to, long, again());
    const places = type === 0 ? [channel] : discord.threads(channel);
    const text = places.flatMap((place) => discord.messages(place).map((message) => message.text)).join('\n');
    expect(text.match(/Item \d+\./g)).toEqual(Array.from({ length: 20 }, (_, n) => `Item ${n}.`));
  });

  it('is continued in quarters if the first half was divided too', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, times: 2, action: refusal(400, 50_035) });
    discord.fault({ on: MESSAGES, skip: 3, times: 4, action: { kind: 'status', status: 502 } });
    await expect(bot.deliver(to, long, makeDeliverOptions())).rejects.toMatchObject({ reason: 'busy' });
    await bot.deliver(to, long, again());
    const text = discord.messages(channel).map((message) => message.text);
    expect(text.join('\n').match(/Item \d+\./g)).toEqual(Array.from({ length: 20 }, (_, n) => `Item ${n}.`));
  });
});

describe('a message that an earlier try may have sent', () => {
  it('is looked for again if Discord refuses both the search and the message', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    const long: View = {
      blocks: Array.from({ length: 12 }, (_, at) => ({
        kind: 'text',
        spans: [{ kind: 'plain', text: `Article ${at}. ${'The ferry waits at the pier. '.repeat(8)}` }],
      })),
      actions: [],
    };
    discord.fault({ on: MESSAGES, times: 4, action: { kind: 'status', status: 502, phase: 'after' } });
    await expect(bot.deliver(to, long, makeDeliverOptions())).rejects.toMatchObject({ reason: 'busy' });
    discord.fault({ on: 'GET /channels/{channel_id}/messages', action: refusal(400, 50_035) });
    discord.fault({ on: MESSAGES, action: refusal(400, 50_035) });
    await bot.deliver(to, long, again());
    expect(discord.messages(channel)).toHaveLength(1);
  });
});

describe('a digest on Discord', () => {
  it.each([
    ['by the rules of the server', refusal(400, 50_035, { name: { _errors: [{ code: 'BANNED', message: 'No.' }] } })],
    ['by AutoMod', refusal(400, 200_001)],
  ])('gets another title if the first one is refused %s', async (_why, action) => {
    const { discord, bot, channel, to } = await start();
    discord.fault({ on: THREADS, action });
    await bot.deliver(to, view, makeDeliverOptions());
    await bot.deliver(to, view, again());
    expect(discord.threads(channel).map(({ name }) => name)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  });

  it('waits while too many threads are active', async () => {
    const { discord, bot, to } = await start();
    discord.fault({ on: THREADS, action: refusal(400, 160_006) });
    await expect(bot.deliver(to, view, makeDeliverOptions())).rejects.toMatchObject({
      reason: 'busy',
      retryAfterMs: 600_000,
    });
  });

  it.each([40_003, 20_026])('waits after the error %i, which passes', async (code) => {
    const { discord, bot, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: refusal(403, code) });
    const failed = bot.deliver(to, view, makeDeliverOptions());
    await expect(failed).rejects.toMatchObject({ reason: 'busy', retryAfterMs: expect.any(Number) as number });
    expect(discord.calls(MESSAGES)).toHaveLength(1);
  });

  it('tells the owner that a forum has no tag that it may use', async () => {
    const { discord, bot, owner, to } = await start({ tags: [] });
    discord.fault({ on: THREADS, action: refusal(400, 40_067) });
    await expect(bot.deliver(to, view, makeDeliverOptions())).rejects.toMatchObject({ reason: 'forbidden' });
    expect(discord.messages(discord.openDm(owner)).map(({ text }) => text)).toEqual([
      expect.stringContaining('each post needs a tag'),
    ]);
  });

  it('is sent, though its message was deleted before it was confirmed', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: { kind: 'status', status: 502, phase: 'after' } });
    discord.fault({ on: MESSAGES, action: refusal(404, 10_008) });
    const sent: (readonly string[])[] = [];
    const onPartSent = async (_part: number, ids: readonly string[]) => void sent.push(ids);
    await bot.deliver(to, view, makeDeliverOptions({ onPartSent }));
    expect([sent, discord.messages(channel).length]).toEqual([[[]], 1]);
  });
});

const picture = {
  kind: 'image',
  picture: { url: 'https://img.example.org/a.jpg', fallbacks: [], alt: 'A pier', caption: null, credit: null },
} as const;

/** A digest of twenty items, each of which takes 300 characters. */
const long: View = {
  blocks: Array.from({ length: 20 }, (_, n) => ({
    kind: 'text' as const,
    spans: [{ kind: 'plain' as const, text: `Item ${n}. ${'The ferry waits at the pier. '.repeat(10)}` }],
  })),
  actions: [],
};

describe('a message that Discord refuses', () => {
  it('keeps its pictures if Discord refuses it once without saying why', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: { kind: 'badRequest', body: { components: ['0'] } } });
    await bot.deliver(to, { ...view, blocks: [...view.blocks, picture] }, makeDeliverOptions());
    expect(discord.messages(channel)).toMatchObject([{ pictures: [{ url: picture.picture.url }] }]);
  });

  it('goes without its pictures if Discord refuses it again and again', async () => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.fault({ on: MESSAGES, action: { kind: 'badRequest', body: { components: ['0'] } }, times: 4 });
    await bot.deliver(to, { ...view, blocks: [...view.blocks, picture] }, makeDeliverOptions());
    expect(discord.messages(channel)).toMatchObject([{ pictures: [] }]);
  });

  it.each([
    [50_035, 400],
    [987_654, 400],
    [40_005, 413],
  ])('arrives but for the item that Discord never accepts (%i)', async (code, status) => {
    const { discord, bot, channel, to } = await start({ type: 0 });
    discord.refuseText('Item 7.', { status, code });
    await expect(bot.deliver(to, long, makeDeliverOptions())).rejects.toMatchObject({ reason: 'refused' });
    await bot.deliver(to, long, again());
    const text = discord
      .messages(channel)
      .map((message) => message.text)
      .join('\n');
    expect(text).toContain('Discord doesn’t accept this part');
    for (const n of [0, 1, 18, 19]) expect(text).toContain(`Item ${n}.`);
    const found = Array.from({ length: 20 }, (_, n) => n).filter((n) => text.includes(`Item ${n}. `));
    expect(found.length).toBeGreaterThanOrEqual(16);
    expect(new Set(text.match(/Item \d+\./g)).size).toBe(text.match(/Item \d+\./g)?.length);
  });
});
