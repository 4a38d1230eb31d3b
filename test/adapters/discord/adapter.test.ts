import { describe, expect, it } from 'vitest';
import { createClient } from '../../../adapters/discord/client.ts';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import type { CommandRequest, Dispatch } from '../../../src/chat/request.ts';
import type { Clock } from '../../../src/clock.ts';
import { messageView } from '../../../src/view/message-view.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

/** Shortens the delays between attempts to register the commands. */
const WITHOUT_BACKOFF: Clock = {
  ...systemClock,
  after: (delayMs, call) => systemClock.after(delayMs >= 10_000 && delayMs <= 20_000 ? 20 : delayMs, call),
};

async function start(options: Parameters<typeof startDiscordBot>[0] = {}) {
  const all = await startDiscordBot(options);
  const { discord } = all;
  const owner = discord.addUser({ username: 'owner' });
  const ann = discord.addUser({ username: 'ann', locale: 'en-US' });
  const ben = discord.addUser({ username: 'ben', locale: 'zh-TW' });
  const guild = discord.addGuild({ members: [owner, ann, ben] });
  const general = discord.addChannel(guild);
  return { ...all, owner, ann, ben, guild, general };
}

describe('the bot on Discord', () => {
  it('answers a command in the language of the user', async () => {
    const { discord, ann, ben, general } = await start();
    const english = await discord.answerTo(discord.command(ann, general, 'articles'));
    expect(english).toMatchObject({ isEphemeral: false });
    expect(english.text).toContain('Newest articles');
    const chinese = await discord.answerTo(discord.command(ben, general, 'articles'));
    expect(chinese.text).toContain('最新文章');
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  });

  it('opens an article and its sections in place for the user who requested it', async () => {
    const { discord, ann, general } = await start();
    const line = { command: 'article', values: { article: 'strait001' } };
    const card = await discord.answerTo(discord.command(ann, general, line));
    expect(card.text).toContain('海峡渡轮复航');
    const section = await discord.answerTo(discord.press(ann, card, card.buttons[0]?.label ?? ''));
    expect(section.id).toBe(card.id);
    expect(section.text).not.toBe(card.text);
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('answers the buttons of a message that others read in an ephemeral message', async () => {
    const { discord, ann, ben, general } = await start();
    const line = { command: 'article', values: { article: 'strait001' } };
    const card = await discord.answerTo(discord.command(ann, general, line));
    const apart = await discord.answerTo(discord.press(ben, card, card.buttons[0]?.label ?? ''));
    expect(apart).toMatchObject({ isEphemeral: true });
    expect(apart.id).not.toBe(card.id);
    expect(discord.messages(general)).toEqual([card]);
    const next = await discord.answerTo(discord.press(ben, apart, apart.buttons[0]?.label ?? ''));
    expect(next).toMatchObject({ id: apart.id, isEphemeral: true });
    expect(discord.violations()).toEqual([]);
  });

  it('shows a mistake only to the user, and keeps the earlier message', async () => {
    const { discord, ann, general } = await start();
    const line = { command: 'article', values: { article: 'nowhere to be found' } };
    expect(await discord.answerTo(discord.command(ann, general, line))).toMatchObject({ isEphemeral: true });
    const card = await discord.answerTo(
      discord.command(ann, general, { command: 'article', values: { article: 'strait001' } }),
    );
    const pressed = discord.pressStale(ann, card, { customId: '0 /section strait001 99' });
    await discord.waitFor(() => discord.messages(general, ann).length === 3);
    expect(discord.messages(general)).toEqual([card]);
    expect(pressed.callback).toBeDefined();
  });

  it('autocompletes articles and the sections of the chosen one', async () => {
    const { discord, ann, general } = await start();
    const typing = discord.autocomplete(ann, general, { command: 'section', option: 'article', text: '渡轮' });
    const articles = await discord.choicesFor(typing);
    expect(articles[0]).toMatchObject({ value: 'strait001' });
    const values = { article: 'strait001' };
    const sections = { command: 'section', option: 'section', text: '', values };
    expect((await discord.choicesFor(discord.autocomplete(ann, general, sections))).length).toBeGreaterThan(1);
    expect(discord.violations()).toEqual([]);
  });

  it('defers an answer that takes a while', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const dispatch: Dispatch = async () => {
      await promise;
      return messageView('At last.');
    };
    const { discord, ann, general } = await start({ dispatch });
    const asked = discord.command(ann, general, 'articles');
    await discord.waitFor(() => asked.callback !== undefined);
    expect(discord.messages(general)).toMatchObject([{ isLoading: true }]);
    resolve();
    expect(await discord.answerTo(asked)).toMatchObject({ text: 'At last.' });
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('knows who may manage the bot: in a direct message everyone', async () => {
    const asked: CommandRequest[] = [];
    const dispatch: Dispatch = async (request) => {
      asked.push(request);
      return messageView('Noted.');
    };
    const { discord, owner, ann, general } = await start({ dispatch });
    for (const user of [owner, ann]) await discord.answerTo(discord.command(user, general, 'articles'));
    await discord.answerTo(discord.command(ann, discord.openDm(ann), 'articles'));
    const may = await Promise.all(asked.map(async (request) => await request.mayManage?.()));
    expect(may).toEqual([true, false, true]);
  });

  it('registers its commands once, and again only if they changed', async () => {
    const { discord, start: startAgain } = await start();
    expect(discord.calls('PUT /applications/{application_id}/commands')).toHaveLength(1);
    const second = await startAgain();
    await discord.waitFor(() => discord.calls('GET /applications/{application_id}/commands').length === 2);
    await second.stop();
    expect(discord.calls('PUT /applications/{application_id}/commands')).toHaveLength(1);
    expect(discord.commands()).toContainEqual(
      expect.objectContaining({ name: 'digest', name_localizations: { 'zh-CN': '文摘', 'zh-TW': '文摘' } }),
    );
  });

  it('registers its commands beside the one that starts an Activity', async () => {
    const { discord } = await startDiscordBot({ hasActivity: true });
    await discord.waitFor(() => discord.commands().length > 1, 'the commands to be registered');
    expect(discord.commands().map(({ name }) => name)).toEqual(expect.arrayContaining(['digest', 'launch']));
  });

  it('reports that it could not register its commands, and tries again until it can', async () => {
    const { discord, start: startAgain, reported } = await start({ clock: WITHOUT_BACKOFF });
    const route = `/applications/${discord.bot.id}/commands` as const;
    await createClient(discord).call({ method: 'PUT', route, body: [] });
    const action = { kind: 'error', status: 403, code: 50_001, message: 'Missing Access' } as const;
    discord.fault({ on: 'PUT /applications/{application_id}/commands', times: 2, action });
    const second = await startAgain();
    await discord.waitFor(() => discord.commands().length > 0, 'the commands to be registered');
    await second.stop();
    expect(reported).toMatchObject([{ reason: 'forbidden' }, { reason: 'forbidden' }]);
    expect(discord.commands().map(({ name }) => name)).toContain('digest');
  });
});
