import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { type FeedSite, startFeedSite } from './feed-site.ts';
import { createPlace, type Place, type Running } from './process.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

let place: Place;
let site: FeedSite;
beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/.keep': '' });
  site = await startFeedSite(['the old ferry']);
});
afterEach(async () => {
  site.stop();
  await place.remove();
});

describe('somebody who has just added the bot', () => {
  it('follows a site on Telegram by the second message, reads it, and gets only what comes later', async () => {
    const telegram = await startTelegram();
    const { child, ended } = place.start([], {
      ...site.env,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    });
    const ann = telegram.addUser();
    const texts = () => telegram.botMessages(ann.id).map(({ text }) => text ?? '');
    const says = (words: string) => telegram.waitFor(() => texts().some((text) => text.includes(words)), words);
    telegram.say(ann, ann.id, '/start');
    await says('/follow');
    telegram.say(ann, ann.id, `/follow ${site.address}`);
    await says('Following Harbour News (127.0.0.1)');
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toMatch(/Next digest: (today|tomorrow) 08:00/);
    telegram.say(ann, ann.id, '/subscribe instant');
    await says('New articles are sent as they arrive.');
    await until(async () => {
      telegram.say(ann, ann.id, '/articles');
      const before = texts().length;
      await telegram.waitFor(() => texts().length > before, 'the articles');
      return texts().at(-1)?.includes('1 article') === true;
    });
    site.publish('the new bridge');
    await until(async () => texts().some((text) => text.includes('the new bridge')));
    expect(texts().filter((text) => text.includes('New articles') && text.includes('the old ferry'))).toEqual([]);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(telegram.violations()).toEqual([]);
    await telegram.stop();
  });

  it('follows a site on Discord by the second command', async () => {
    const discord = await startDiscord({ token: TOKEN });
    const { child, ended } = place.start([], {
      ...site.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.api,
    });
    await discord.waitFor(() => discord.commands().length > 0, 'the commands');
    const ann = discord.addUser();
    const general = discord.addChannel(discord.addGuild({ members: [ann] }));
    expect((await discord.answerTo(discord.command(ann, general, 'help'))).text).toContain('/follow');
    const line = { command: 'follow', values: { address: site.address } };
    const answer = await discord.answerTo(discord.command(ann, general, line));
    expect(answer.text).toContain('Following Harbour News (127.0.0.1)');
    expect(answer.text).toMatch(/Next digest/);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
    await discord.stop();
  });
});

describe('FEEDS', () => {
  it('names sites that are collected without anybody following them, until it names them no more', async () => {
    const env = { ...site.env, FEEDS: `http://${site.address}/` };
    const first = place.start(['chat'], env);
    await until(async () => (await articlesOf(first)).includes('the old ferry'));
    first.child.stdin.end();
    await first.ended;
    site.asked.length = 0;
    const second = place.start(['chat'], site.env);
    expect(await articlesOf(second)).toContain('the old ferry');
    second.child.stdin.end();
    await second.ended;
    expect(site.asked).toEqual([]);
  });
});

/** What the terminal shows for `/articles`. */
async function articlesOf({ child }: Running): Promise<string> {
  child.stdin.write('/articles\n');
  const [shown] = (await once(child.stdout, 'data')) as [string];
  return shown;
}

/** Looks again and again: a page is asked for two seconds after another one, and a feed ten seconds after it was read. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((done) => setTimeout(done, 500));
}
