import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDiscord } from '../emulators/discord/discord.ts';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { serveFile } from '../fixtures/serve-file.ts';
import { createPlace, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';
const FILE_NAME = 'gazette-settings.json';

let place: Place;
let telegram: TelegramEmulator;
let discord: Awaited<ReturnType<typeof startDiscord>>;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry, 'data/snapshots/lighthouse.md': lighthouse });
  [telegram, discord] = await Promise.all([startTelegram(), startDiscord({ token: TOKEN })]);
});
afterEach(async () => {
  await Promise.all([telegram.stop(), discord.stop()]);
  await place.remove();
});

type Person = ReturnType<TelegramEmulator['addUser']>;

/** Sends a line in the private chat, and resolves to the text of the answer, which has the words. */
async function askOnTelegram(person: Person, typed: string, words: string): Promise<string> {
  telegram.say(person, person.id, typed);
  return await answerOnTelegram(person, words);
}

async function answerOnTelegram(person: Person, words: string): Promise<string> {
  const answer = () => telegram.botMessages(person.id).findLast(({ text }) => text?.includes(words))?.text;
  return await telegram.waitFor(answer, words);
}

it('carries what a chat has arranged from Telegram to Discord and back, in each reader’s language', async () => {
  const { child, ended } = place.start([], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  });
  await discord.waitFor(() => discord.commands().length > 0, 'the commands');

  const lin = telegram.addUser({ language_code: 'zh-hans' });
  await askOnTelegram(lin, '/设置 时区 东京', '已保存');
  await askOnTelegram(lin, '/订阅 每天9点 灯塔', '灯塔 · 每天 09:00（东京时间）');
  await askOnTelegram(lin, '/导出', '在那里用 /导入 发送这个文件');
  const exported = () => telegram.botMessages(lin.id).find(({ document }) => document?.file_name === FILE_NAME);
  const { document_text: text = '' } = await telegram.waitFor(exported, 'the file');

  const ben = discord.addUser({ username: 'ben', locale: 'zh-CN' });
  const general = discord.addChannel(discord.addGuild({ members: [ben] }));
  const ask = async (line: Parameters<typeof discord.command>[2]) =>
    await discord.answerTo(discord.command(ben, general, line));
  const attached = { id: '77', filename: FILE_NAME, size: text.length, url: await serveFile(text) };
  const imported = await ask({ command: 'import', values: { file: '77' }, attachments: { 77: attached } });
  expect(imported.text).toContain('已导入');
  expect(imported.text).toContain('新增 1 个订阅');
  expect(imported.text).toContain('1 项设置');
  expect((await ask('subscriptions')).text).toContain('每天 09:00（东京时间）');

  const changed = await ask({ command: 'subscribe', values: { subscription: '1', times: '20:00' } });
  expect(changed.text).toContain('已修改');
  const again = discord.command(ben, general, 'export');
  await discord.answerTo(again);
  const [upload] = await discord.waitFor(() => discord.followUps(again).length > 0 && discord.followUps(again));

  const carl = telegram.addUser({ language_code: 'en' });
  const document = { name: FILE_NAME, text: upload?.files[0]?.text ?? '' };
  telegram.say(carl, { chatId: carl.id, document }, '/import');
  expect(await answerOnTelegram(carl, 'Imported')).toContain('1 new subscription');
  const list = await askOnTelegram(carl, '/subscriptions', 'Subscriptions');
  expect(list).toContain('灯塔\nevery day at 20:00 (Tokyo)');

  child.kill('SIGTERM');
  const { err, code } = await ended;
  expect([err.includes('Error'), code]).toEqual([false, 0]);
  expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
});
