import { describe, expect, it } from 'vitest';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';
import { serveFile } from '../../fixtures/serve-file.ts';

async function start() {
  const all = await startDiscordBot();
  const ann = all.discord.addUser({ username: 'ann', locale: 'en-US' });
  const guild = all.discord.addGuild({ members: [ann] });
  const place = (name: string) => all.discord.addChannel(guild, { name });
  return { ...all, ann, one: place('one'), two: place('two') };
}

const attach = (url: string, size: number) => ({
  command: 'import',
  values: { file: '77' },
  attachments: { 77: { id: '77', filename: 'settings.json', size, url } },
});

describe('a file of settings on Discord', () => {
  it('is what /export gives, and comes in as an attachment', async () => {
    const { discord, ann, one, two, talk } = await start();
    await discord.answerTo(
      discord.command(ann, one, { command: 'subscribe', values: { times: '9:00', topics: 'ferry' } }),
    );
    const asked = discord.command(ann, one, 'export');
    await discord.answerTo(asked);
    const [file] = await discord.waitFor(() => discord.followUps(asked).length > 0 && discord.followUps(asked));
    const text = file?.files[0]?.text ?? '';
    const answer = await discord.answerTo(discord.command(ann, two, attach(await serveFile(text), text.length)));
    expect(answer).toMatchObject({ isEphemeral: true });
    expect(answer.text).toContain('1 new subscription');
    const there = await talk.subscriptions.forChat({ platform: 'discord', chat: two.id });
    expect(there).toMatchObject([{ to: { chat: two.id }, selection: { topics: ['ferry'] } }]);
  });

  it('is not read if it is too large, whatever its size is said to be, or not there', async () => {
    const { discord, ann, one } = await start();
    const say = async (url: string, size: number) =>
      (await discord.answerTo(discord.command(ann, one, attach(url, size)))).text;
    const large = await serveFile('x'.repeat(300_000));
    expect(await say(large, 300_000)).toContain('“settings.json” is too large');
    expect(await say(large, 10)).toContain('“settings.json” is too large');
    expect(await say('http://127.0.0.1:9/none', 10)).toContain('couldn’t read “settings.json”');
  });
});
