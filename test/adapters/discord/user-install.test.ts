import { describe, expect, it } from 'vitest';
import type { CommandRequest, Dispatch } from '../../../src/chat/request.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
const MESSAGE = 'POST /channels/{channel_id}/messages';

/** Forty thousand characters: more messages than the bot may send here. */
const endless: Dispatch = async () => ({
  blocks: Array.from({ length: 40 }, (_, n) => ({
    kind: 'text' as const,
    spans: [{ kind: 'plain' as const, text: `${n} ${'The ferry waits at the pier. '.repeat(34)}` }],
  })),
  actions: [],
});

async function start(dispatch?: Dispatch) {
  const all = await startDiscordBot(dispatch === undefined ? {} : { dispatch });
  const { discord } = all;
  const ann = discord.addUser({ username: 'ann', installed: true });
  const ben = discord.addUser({ username: 'ben' });
  const guild = discord.addGuild({ members: [ben, ann], foreign: true });
  return { ...all, ann, ben, places: [discord.addChannel(guild), discord.addConversation(ann, ben)] };
}

describe('the bot where only the user has installed it', () => {
  it('answers, in a server and in a group of friends', async () => {
    const { discord, ann, places } = await start();
    for (const place of places) {
      const answer = await discord.answerTo(discord.command(ann, place, 'articles'));
      expect(answer.text).toContain('Newest articles');
    }
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  });

  it('sends at most six messages, and says that there is more', async () => {
    const { discord, ann, places } = await start(endless);
    for (const place of places) {
      const asked = discord.command(ann, place, 'articles');
      await discord.waitFor(() => discord.followUps(asked).length === 5);
      expect(discord.messages(place, ann)).toHaveLength(6);
      expect(discord.messages(place, ann).at(-1)?.text).toContain('There is more');
    }
    await discord.answerTo(discord.command(ann, discord.openDm(ann), 'articles'));
    await discord.waitFor(() => discord.messages(discord.openDm(ann)).length > 6, 'all of it in private');
    expect(discord.violations()).toEqual([]);
  });

  it('sends nothing to the channel if its answer is late', async () => {
    const { discord, ann, places, reported } = await start();
    for (const place of places) {
      const late = { kind: 'error', status: 404, code: 10_062, message: 'Unknown interaction' } as const;
      discord.fault({ on: CALLBACK, times: 2, action: late });
      discord.command(ann, place, 'articles');
    }
    await discord.waitFor(() => reported.length >= 2);
    expect(discord.calls(MESSAGE)).toEqual([]);
  });

  it('lets nobody manage it', async () => {
    const asked: CommandRequest[] = [];
    const { discord, ann, ben, places } = await start(async (request) => {
      asked.push(request);
      return { blocks: [{ kind: 'text', spans: [{ kind: 'plain', text: 'Noted.' }] }], actions: [] };
    });
    ben.installed = true;
    for (const place of places) {
      for (const user of [ann, ben]) await discord.answerTo(discord.command(user, place, 'articles'));
    }
    expect(await Promise.all(asked.map(async (request) => await request.mayManage?.()))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(asked.map(({ in: place }) => place.server)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
