import { describe, expect, it } from 'vitest';
import { beginFeed } from '../../../src/following/followed-feed.ts';
import type { View } from '../../../src/view/view.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const FILE = { name: 'list.opml', mediaType: 'text/x-opml', text: '<opml>渡轮 & ferries</opml>\n' };
const UPLOADED = { name: FILE.name, type: FILE.mediaType, text: FILE.text };

async function start() {
  const all = await startDiscordBot();
  const ann = all.discord.addUser({ username: 'ann', locale: 'en-US' });
  const guild = all.discord.addGuild({ members: [ann] });
  const general = all.discord.addChannel(guild);
  return { ...all, ann, general, to: { platform: 'discord', chat: general.id, server: guild.id } };
}

describe('a file on Discord', () => {
  it('is the list of followed sites, only for the person who asked', async () => {
    const { discord, talk, ann, general, to } = await start();
    const feed = beginFeed('harbour', 'https://harbour.example/feed.xml');
    await talk.feeds.follow({ feed, nextAt: new Date(0) }, to);
    const asked = discord.command(ann, general, { command: 'following', values: { format: 'opml' } });
    expect((await discord.answerTo(asked)).text).toContain('as an OPML file');
    const [upload] = await discord.waitFor(() => discord.followUps(asked).length > 0 && discord.followUps(asked));
    expect(upload).toMatchObject({ isEphemeral: true, files: [{ name: 'gazette.opml', type: 'text/x-opml' }] });
    expect(upload?.files[0]?.text).toContain('xmlUrl="https://harbour.example/feed.xml"');
  });

  it('arrives whole after its text, and once if an answer is lost', async () => {
    const { discord, bot, general, to } = await start();
    const view: View = {
      blocks: [{ kind: 'text', spans: [{ kind: 'plain', text: 'Here.' }] }],
      actions: [],
      file: FILE,
    };
    const route = 'POST /channels/{channel_id}/messages';
    for (const phase of ['before', 'after'] as const) discord.fault({ on: route, action: { kind: 'reset', phase } });
    await bot.deliver(to, view, makeDeliverOptions());
    expect(discord.messages(general).map(({ text, files }) => [text, files])).toEqual([
      ['Here.', []],
      ['', [UPLOADED]],
    ]);
  });

  it('can be all of an answer', async () => {
    const dispatch = async (): Promise<View> => ({ blocks: [], actions: [], file: FILE });
    const { discord } = await startDiscordBot({ dispatch });
    const ann = discord.addUser();
    const general = discord.addChannel(discord.addGuild({ members: [ann] }));
    const answer = await discord.answerTo(discord.command(ann, general, 'articles'));
    expect(answer.files).toEqual([UPLOADED]);
  });
});
