import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { type FakeProxy, startProxy } from '../fakes/proxy.ts';
import { createPlace, type Place } from './process.ts';
import { ferry } from './snapshots.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';

let place: Place;
let proxy: FakeProxy;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry });
  proxy = await startProxy();
});
afterEach(async () => {
  await proxy.stop();
  await place.remove();
});

/** An address that only the proxy can reach. */
const behindProxy = (url: string) => url.replace(/127\.0\.0\.1|localhost/, 'behind.invalid');

it('serves Telegram through a proxy', async () => {
  const telegram = await startTelegram();
  const env = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: behindProxy(telegram.apiRoot) };
  const { child, ended } = place.start([], { ...env, HTTP_PROXY: proxy.url.replace('//', '//me:secret@') });
  const ann = telegram.addUser();
  telegram.say(ann, ann.id, '/article ferry');
  await telegram.waitFor(() => telegram.botMessages(ann.id).at(-1), 'the article');
  child.kill('SIGTERM');
  const { err, code } = await ended;
  await telegram.stop();
  expect([err.includes('secret'), code]).toEqual([false, 0]);
  expect(proxy.seen.some((line) => line.includes('/sendMessage') || line.includes('/sendPhoto'))).toBe(true);
  expect(proxy.authorization()).toBe(`Basic ${btoa('me:secret')}`);
});

it("serves Discord through a proxy, its gateway's connection included", async () => {
  const discord = await startDiscord({ token: TOKEN });
  const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: behindProxy(discord.api) };
  const { child, ended } = place.start([], { ...env, http_proxy: proxy.url });
  await discord.waitFor(() => discord.commands().length > 0, 'the commands');
  const ann = discord.addUser();
  const general = discord.addChannel(discord.addGuild({ members: [ann] }));
  const answer = await discord.answerTo(discord.command(ann, general, 'articles'));
  expect(answer.text).toContain('The ferry');
  const isGateway = (line: string) => /^(?:UPGRADE|CONNECT) .*127\.0\.0\.1/.test(line);
  expect(proxy.seen.filter(isGateway)).toHaveLength(1);
  discord.gateway.cut();
  await discord.waitFor(() => discord.gateway.count().resume === 1, 'the connection to be back');
  expect(proxy.seen.filter(isGateway)).toHaveLength(2);
  expect(proxy.seen.some((line) => line.includes('behind.invalid'))).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
  await discord.stop();
});

it('reaches directly what NO_PROXY names', async () => {
  const telegram = await startTelegram();
  const env = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
  const { out } = await place.run(['doctor'], {
    env: { ...env, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1,localhost' },
  });
  await telegram.stop();
  expect(out).toContain('Telegram: connected as @');
  expect(proxy.seen).toEqual([]);
});
