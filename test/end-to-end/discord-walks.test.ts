import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DiscordEmulator, startDiscord } from '../emulators/discord/discord.ts';
import { createPlace, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';
const POST = 'POST /channels/{channel_id}/messages';

let place: Place;
let discord: DiscordEmulator;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry });
  discord = await startDiscord({ token: TOKEN });
});
afterEach(async () => {
  await discord.stop();
  await place.remove();
});

const TITLE = '灯塔守护人的最后一班岗';
const NEW_TITLE = '灯塔守护人的最后一夜';
const changed = lighthouse.replace('1718600000000', '1718700000000').replace(TITLE, NEW_TITLE);

it.each([
  {
    locale: 'en-US',
    words: {
      added: 'Shall I send new articles here',
      subscribed: '✓ Subscribed',
      again: 'Send again: ',
      why: 'I don’t have permission to post there',
      button: 'What changed',
      changes: `Earlier headline: ${TITLE}`,
    },
  },
  {
    locale: 'zh-CN',
    words: {
      added: '要把新文章整理成文摘发到这里吗',
      subscribed: '✓ 已订阅',
      again: '重发：',
      why: '我没有在那里发言的权限',
      button: '改了什么',
      changes: `原标题：${TITLE}`,
    },
  },
])(
  'serves a new server past a missing permission and up to a changed article ($locale)',
  async ({ locale, words }) => {
    const { child, ended } = place.start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api });
    await discord.waitFor(() => discord.commands().length > 0, 'the commands');
    const owner = discord.addUser({ locale });
    const guild = discord.addGuild({ members: [owner], locale, foreign: true });
    const general = discord.addChannel(guild);
    const untilSaid = async (text: string) =>
      await discord.waitFor(() => discord.messages(general).findLast((one) => one.text.includes(text)), text);
    const ask = async (command: string, values: Record<string, string> = {}, user = owner) =>
      await discord.answerTo(discord.command(user, general, { command, values }));
    /** Asks as somebody new each time, since the bot limits how much one person asks, until the answer has the words. */
    async function untilAnswered(command: string, article: string, told: string) {
      for (let answer = ''; !answer.includes(told); ) {
        const stranger = discord.addUser({ locale });
        discord.addMember(guild, stranger);
        answer = (await ask(command, { article }, stranger)).text;
      }
    }
    discord.invite(guild);
    await untilSaid(words.added);
    expect((await ask('subscribe', { times: 'instant' })).text).toContain(words.subscribed);

    discord.deny(general, ['SendMessages']);
    await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
    await discord.waitFor(() => discord.calls(POST).some(({ status }) => status === 403), 'a refused digest');
    await untilAnswered('why', TITLE, words.why);
    const held = await ask('why', { article: TITLE });
    expect(held.buttons.map(({ label }) => label).join()).toContain(words.again);
    expect((await ask('status')).text).toContain(words.why);
    discord.deny(general, []);
    await untilSaid(TITLE);

    await place.put({ 'data/snapshots/lighthouse.md': changed });
    await untilAnswered('article', '1', NEW_TITLE);
    const card = await ask('article', { article: '1' });
    const changes = await discord.answerTo(discord.press(owner, card, words.button));
    expect(changes.text).toContain(words.changes);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  },
  120_000,
);
