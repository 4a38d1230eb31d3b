import { describe, expect, it } from 'vitest';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';
import { wanted, wantedBy } from '../../fixtures/first-minutes.ts';

/** What new admins type into the options of commands until they have what they want. */
const WALKS = [
  ['en-US', 'Taiwan', [{ command: 'help' }, subscribe({ times: 'weekdays at 8 in Shanghai', topics: 'only Taiwan' })]],
  ['en-US', 'Taiwan', [subscribe({ times: '8am', days: 'weekdays', zone: 'Shanghai', topics: 'Taiwan' })]],
  ['zh-CN', '台湾', [{ command: 'help' }, subscribe({ times: '工作日早上八点，上海时间', topics: '只看台湾' })]],
  ['zh-TW', '臺灣', [subscribe({ times: '早上8點', days: '平日', zone: '上海', topics: '臺灣' })]],
  [
    'ar',
    'تايوان',
    [{ command: 'help' }, subscribe({ times: '٨ صباحا', days: 'أيام العمل', zone: 'شنغهاي', topics: 'تايوان فقط' })],
  ],
] as const;

function subscribe(values: Readonly<Record<string, string>>) {
  return { command: 'subscribe', values };
}

describe('a new admin', () => {
  it.each(WALKS)('has what they want in less than six commands in %s, about %s: %j', async (locale, topic, lines) => {
    const { discord, talk, reported } = await startDiscordBot();
    const admin = discord.addUser({ locale });
    const guild = discord.addGuild({ members: [admin] });
    const channel = discord.addChannel(guild);
    for (const line of lines) await discord.answerTo(discord.command(admin, channel, line));
    expect(lines.length).toBeLessThan(6);
    expect(await wantedBy(talk, { platform: 'discord', chat: channel.id })).toEqual(wanted(topic));
    expect(reported).toEqual([]);
  });
});
