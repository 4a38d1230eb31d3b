import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { postgresServer } from '../fixtures/postgres.ts';
import { redisServer } from '../fixtures/redis.ts';
import { createPlace, type Place, type Running } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

const SOON = { timeout: 60_000, interval: 100 };
const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

/** The ferry's article, captured again with another headline. */
const recaptured = (title: string, hours: number) =>
  ferry
    .replace('The ferry that would not retire', title)
    .replace('1717400000000', String(1717400000000 + hours * 3_600_000));

let place: Place;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
});
afterEach(() => place.remove());

async function stop({ child, ended }: Running): Promise<string> {
  child.kill('SIGTERM');
  const { err, code } = await ended;
  expect({ code, err }).toEqual({ code: 0, err });
  return err;
}

describe('a digest on Telegram', () => {
  let telegram: TelegramEmulator;

  beforeEach(async () => {
    telegram = await startTelegram();
  });
  afterEach(() => telegram.stop());

  const start = (env: Readonly<Record<string, string>> = {}) =>
    place.start([], { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, ...env });

  it('is edited when a headline changes, also while the bot was down, and left alone in other chats', async () => {
    const [ann, ben] = [telegram.addUser(), telegram.addUser()];
    const textsTo = (id: number) => telegram.botMessages(id).map(({ text, caption }) => text ?? caption ?? '');
    const has = (id: number, words: string) => textsTo(id).some((text) => text.includes(words));
    const shows = async (id: number, words: string) => await vi.waitFor(() => expect(has(id, words)).toBe(true), SOON);
    const first = start();
    for (const { id } of [ann, ben]) {
      telegram.say(id === ann.id ? ann : ben, id, '/subscribe instant');
      await shows(id, 'as they arrive');
    }
    telegram.say(ann, ann.id, '/settings edits on');
    await shows(ann.id, 'edit when a headline changes');
    await place.put({ 'data/snapshots/ferry.md': ferry });
    for (const { id } of [ann, ben]) await shows(id, 'The ferry that would not retire');
    const count = textsTo(ann.id).length;
    await place.put({ 'data/snapshots/ferry-2.md': recaptured('The ferry that came back', 1) });
    await shows(ann.id, 'The ferry that came back');
    await stop(first);
    await place.put({ 'data/snapshots/ferry-3.md': recaptured('The ferry that left again', 2) });
    const second = start();
    await shows(ann.id, 'The ferry that left again');
    const log = await stop(second);
    expect(textsTo(ann.id)).toHaveLength(count);
    expect([has(ann.id, 'would not retire'), has(ben.id, 'would not retire')]).toEqual([false, true]);
    expect(log).not.toContain('Error');
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  describe.each([postgresServer, redisServer])('of several bots ($scheme)', (server) => {
    server.skipWithout();

    it('is edited once for each version, whichever of them reads it', async () => {
      const ann = telegram.addUser();
      const shows = async (words: string) =>
        await vi.waitFor(
          () =>
            expect(
              telegram
                .botMessages(ann.id)
                .map(({ text, caption }) => text ?? caption)
                .join(),
            ).toContain(words),
          SOON,
        );
      const address = await server.create();
      const bots: Running[] = [];
      for (let count = 0; count < 2; count += 1) bots.push(start({ STORE_URL: await server.forProcess(address) }));
      telegram.say(ann, ann.id, '/subscribe instant');
      await shows('as they arrive');
      telegram.say(ann, ann.id, '/settings edits on');
      await shows('edit when a headline changes');
      await place.put({ 'data/snapshots/ferry.md': ferry });
      await shows('The ferry that would not retire');
      for (const [hours, title] of ['The ferry that came back', 'The ferry that left again'].entries()) {
        await place.put({ [`data/snapshots/ferry-${hours}.md`]: recaptured(title, hours + 1) });
        await shows(title);
      }
      for (const bot of bots) expect(await stop(bot)).not.toContain('Error');
      expect(telegram.calls().filter(({ method }) => method.startsWith('editMessage'))).toHaveLength(2);
    });
  });
});

describe('a digest on Discord', () => {
  it('is edited when a headline changes', async () => {
    const discord = await startDiscord({ token: TOKEN });
    try {
      const bot = place.start([], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api });
      await discord.waitFor(() => discord.commands().length > 0, 'the commands');
      const ann = discord.addUser();
      const general = discord.addChannel(discord.addGuild({ members: [ann] }));
      await discord.answerTo(discord.command(ann, general, { command: 'subscribe', values: { times: 'instant' } }));
      const values = { setting: 'edits', value: 'on' };
      await discord.answerTo(discord.command(ann, general, { command: 'settings', values }));
      const shows = (words: string) => () =>
        expect(discord.messages(general).filter(({ text }) => text.includes(words))).toHaveLength(1);
      await place.put({ 'data/snapshots/ferry.md': ferry });
      await vi.waitFor(shows('The ferry that would not retire'), SOON);
      await place.put({ 'data/snapshots/ferry-2.md': recaptured('The ferry that came back', 1) });
      await vi.waitFor(shows('The ferry that came back'), SOON);
      expect(await stop(bot)).not.toContain('Error');
      expect(discord.messages(general).some(({ text }) => text.includes('would not retire'))).toBe(false);
      expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
    } finally {
      await discord.stop();
    }
  });
});
