import { describe, expect, it, vi } from 'vitest';
import type { Address } from '../../../src/subscription/address.ts';
import { sentence } from '../../../src/view/spans.ts';
import type { View } from '../../../src/view/view.ts';
import { delivererContract } from '../../contracts/deliverer.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const at = (chat: string, more: Partial<Address> = {}): Address => ({ platform: 'discord', chat, ...more });
const MESSAGES = 'POST /channels/{channel_id}/messages';
const THREADS = 'POST /channels/{channel_id}/threads';

async function start(options: Parameters<typeof startDiscordBot>[0] = {}) {
  const all = await startDiscordBot(options);
  const owner = all.discord.addUser({ username: 'owner' });
  const guild = all.discord.addGuild({ name: 'Harbour', members: [owner] });
  return { ...all, owner, guild };
}

delivererContract(async () => {
  const { discord, bot, guild } = await start();
  const general = discord.addChannel(guild);
  const removed = discord.addChannel(guild);
  discord.deleteChannel(removed);
  return {
    deliverer: bot,
    open: at(general.id, { server: guild.id }),
    gone: at(removed.id, { server: guild.id }),
    arrived: () => discord.messages(general).map(({ text }) => text),
    ids: () => discord.messages(general).map(({ id }) => id),
    parts: 3,
    refuseOnce: () => discord.fault({ on: MESSAGES, action: { kind: 'rate', retryAfter: 1 } }),
  };
});

const view: View = {
  blocks: [
    { kind: 'heading', spans: [{ kind: 'plain', text: 'Daily digest' }] },
    { kind: 'text', spans: [{ kind: 'plain', text: 'The ferry is back. Harbour news.' }] },
  ],
  actions: [],
};

const options = makeDeliverOptions({ silent: true });

/** With a picture that Discord refuses. */
const pictured: View = {
  ...view,
  blocks: [
    ...view.blocks,
    {
      kind: 'image',
      picture: {
        url: 'https://img.example.org/a.jpg',
        fallbacks: ['https://img.example.org/b.jpg'],
        alt: 'A pier',
        caption: null,
        credit: null,
      },
    },
  ],
};

const REFUSED_PICTURE = {
  kind: 'error',
  status: 400,
  code: 50_035,
  message: 'Invalid Form Body',
  errors: {
    components: {
      0: { components: { 1: { items: { 0: { media: { url: { _errors: [{ code: 'URL_TYPE_INVALID_URL' }] } } } } } } },
    },
  },
} as const;

describe('a delivery on Discord', () => {
  it('has commands that can be pressed, once Discord has told their ids', async () => {
    const { discord, bot, guild } = await start();
    const general = discord.addChannel(guild);
    const named: View = { ...view, blocks: [...view.blocks, sentence('More: /subscriptions')] };
    const command = discord.commands().find(({ name }) => name === 'subscriptions');
    let tries = 0;
    await vi.waitFor(async () => {
      tries += 1;
      await bot.deliver(at(general.id, { server: guild.id }), named, makeDeliverOptions({ id: `try ${tries}` }));
      expect(discord.messages(general).at(-1)?.text).toContain(`More: </subscriptions:${String(command?.['id'])}>`);
    });
  });

  it('goes into a thread, silently, and mentions nobody', async () => {
    const { discord, bot, guild } = await start();
    const general = discord.addChannel(guild);
    const thread = discord.addThread(general);
    await bot.deliver(at(general.id, { thread: thread.id }), view, options);
    expect(discord.messages(thread).map(({ text }) => text)).toEqual([expect.stringContaining('Daily digest')]);
    expect(discord.calls(MESSAGES)[0]?.body).toMatchObject({
      flags: (1 << 15) | (1 << 12),
      allowed_mentions: { parse: [] },
    });
  });

  it.each(['status', 'reset'] as const)('is shown once if the response is lost (%s)', async (kind) => {
    const { discord, bot, guild } = await start();
    const general = discord.addChannel(guild);
    discord.fault({
      on: MESSAGES,
      action: kind === 'status' ? { kind, status: 502, phase: 'after' } : { kind, phase: 'after' },
    });
    await bot.deliver(at(general.id), view, options);
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('is a post in a forum, with title and tags, and the other parts below', async () => {
    const { discord, bot, guild } = await start();
    const forum = discord.addChannel(guild, { type: 15, tags: ['Sport', 'harbour'] });
    const long: View = {
      ...view,
      blocks: [
        ...view.blocks,
        ...Array.from({ length: 40 }, () => ({
          kind: 'text' as const,
          spans: [{ kind: 'plain' as const, text: 'The ferry waits at the pier. '.repeat(8) }],
        })),
      ],
    };
    const sent: string[][] = [];
    await bot.deliver(at(forum.id, { server: guild.id }), long, {
      ...options,
      onPartSent: async (_part, messages) => void sent.push([...messages]),
    });
    const [post] = discord.threads(forum);
    expect(post).toMatchObject({ name: 'Daily digest' });
    const messages = discord.messages(post ?? forum);
    expect(messages.length).toBeGreaterThan(1);
    expect(sent.flat()).toEqual(messages.map(({ id }) => id));
    expect(discord.calls(THREADS)[0]?.body).toMatchObject({ applied_tags: [forum.tags[1]?.id] });
    // After a crash it goes on in the same post.
    await bot.deliver(at(forum.id, { server: guild.id }), long, { ...options, confirmedParts: sent.slice(0, 1) });
    expect(discord.threads(forum)).toHaveLength(1);
  });

  it.each(['status', 'reset'] as const)('makes one post in a forum if the response is lost (%s)', async (kind) => {
    const { discord, bot, guild } = await start();
    const forum = discord.addChannel(guild, { type: 15 });
    discord.fault({
      on: THREADS,
      action: kind === 'status' ? { kind, status: 502, phase: 'after' } : { kind, phase: 'after' },
    });
    await bot.deliver(at(forum.id, { server: guild.id }), view, options);
    expect(discord.threads(forum)).toHaveLength(1);
  });

  it('is not repeated if a process died with a part in flight, however long ago', async () => {
    const { discord, bot, guild } = await start({ nonceMs: 0 });
    const general = discord.addChannel(guild);
    const forum = discord.addChannel(guild, { type: 15 });
    const startedAt = new Date();
    for (const to of [at(general.id), at(forum.id)]) {
      const sent = Promise.withResolvers<readonly string[]>();
      const dying = {
        ...options,
        onPartSent: async (_part: number, messages: readonly string[]) => sent.resolve(messages),
      };
      await bot.deliver(to, view, dying);
      const found: string[][] = [];
      const again = async (_part: number, messages: readonly string[]) => void found.push([...messages]);
      await bot.deliver(to, view, { ...options, mayHaveBeenSentSince: startedAt, onPartSent: again });
      expect(found).toEqual([await sent.promise]);
    }
    const [post] = discord.threads(forum);
    discord.archive(post ?? forum);
    await bot.deliver(at(forum.id), view, { ...options, mayHaveBeenSentSince: startedAt });
    expect([discord.messages(general), discord.threads(forum)]).toMatchObject([[{}], [{}]]);
  });

  it('is not mistaken for another delivery with the same content', async () => {
    const { discord, bot, guild } = await start({ nonceMs: 0 });
    const forum = discord.addChannel(guild, { type: 15 });
    const general = discord.addChannel(guild);
    const startedAt = new Date();
    for (const id of ['one', 'two', 'three']) {
      await bot.deliver(at(forum.id), view, { ...options, id, mayHaveBeenSentSince: startedAt });
      await bot.deliver(at(general.id), view, { ...options, id, mayHaveBeenSentSince: startedAt });
    }
    expect([discord.threads(forum).length, discord.messages(general).length]).toEqual([3, 3]);
  });

  it('is crossposted in an announcement channel if requested', async () => {
    const { discord, bot, guild } = await start();
    const news = discord.addChannel(guild, { type: 5 });
    await bot.deliver(at(news.id), view, options);
    expect(discord.calls('POST /channels/{channel_id}/messages/{message_id}/crosspost')).toHaveLength(0);
    await bot.deliver(at(news.id), view, { ...options, id: 'reading@evening', forFollowers: true });
    expect(discord.calls('POST /channels/{channel_id}/messages/{message_id}/crosspost')).toHaveLength(1);
  });

  it('stays in the channel if crossposting fails, and says so', async () => {
    const { discord, bot, guild } = await start({ mayViolate: true });
    const news = discord.addChannel(guild, { type: 5 });
    const crosspost = 'POST /channels/{channel_id}/messages/{message_id}/crosspost';
    discord.fault({ on: crosspost, action: { kind: 'rate', retryAfter: 3600 } });
    const done: (readonly string[])[] = [];
    const told = {
      ...options,
      forFollowers: true,
      confirmedParts: done,
      onPartSent: async (_: number, ids: readonly string[]) => void done.push(ids),
    };
    await expect(bot.deliver(at(news.id), view, told)).rejects.toMatchObject({
      reason: 'busy',
      retryAfterMs: expect.closeTo(3_600_000, -4) as number,
      arrived: true,
    });
    expect(done).toHaveLength(1);
    discord.fault({
      on: crosspost,
      action: { kind: 'error', status: 400, code: 40_033, message: 'This message has already been crossposted' },
    });
    await bot.deliver(at(news.id), view, told);
    expect(discord.messages(news)).toHaveLength(1);
    const plain = discord.addChannel(guild);
    await expect(
      bot.deliver(at(plain.id), view, { ...options, id: 'reading@evening', forFollowers: true }),
    ).rejects.toMatchObject({
      reason: 'refused',
      arrived: true,
    });
  });

  it('keeps its text if a picture is refused, with another address of the picture or a link', async () => {
    const { discord, bot, guild } = await start();
    const general = discord.addChannel(guild);
    const refusePicture = () => discord.fault({ on: MESSAGES, action: REFUSED_PICTURE });
    refusePicture();
    await bot.deliver(at(general.id), pictured, options);
    expect(discord.messages(general)).toMatchObject([{ pictures: [{ url: 'https://img.example.org/b.jpg' }] }]);
    refusePicture();
    refusePicture();
    await bot.deliver(at(general.id), pictured, { ...options, id: 'reading@evening' });
    expect(discord.messages(general)[1]?.pictures).toEqual([]);
    expect(discord.messages(general)[1]?.text).toMatch(/The ferry is back[\s\S]*https:\/\/img\.example\.org\/a\.jpg/);
  });

  it('tells the owner once which permission is missing', async () => {
    const { discord, bot, guild, owner } = await start();
    const general = discord.addChannel(guild);
    const there = at(general.id, { server: guild.id });
    discord.deny(general, ['SendMessages']);
    for (const id of ['one', 'two']) {
      await expect(bot.deliver(there, view, { ...options, id })).rejects.toMatchObject({ reason: 'forbidden' });
    }
    const told = () => discord.messages(discord.openDm(owner)).map(({ text }) => text);
    expect(told()).toEqual([expect.stringContaining('Harbour')]);
    discord.deny(general, []);
    await bot.deliver(there, view, { ...options, id: 'three' });
    discord.deny(general, ['ViewChannel']);
    await expect(bot.deliver(there, view, { ...options, id: 'four' })).rejects.toMatchObject({ reason: 'forbidden' });
    expect(told()).toHaveLength(2);
  });
});
