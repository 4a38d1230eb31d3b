import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { addDamaged } from '../faults/damage-state.ts';
import { createPlace } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

async function start() {
  const [place, telegram] = [await createPlace(), await startTelegram()];
  const env = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
  await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
  const bot = place.start([], env);
  onTestFinished(async () => {
    bot.child.kill('SIGKILL');
    await telegram.stop();
    await place.remove();
  });
  const has = (chat: number, words: string) =>
    telegram.botMessages(chat).some(({ text, caption }) => (text ?? caption)?.includes(words));
  const shows = (chat: number, words: string) => telegram.waitFor(() => has(chat, words), words);
  return { place, telegram, env, bot, shows };
}

it.each([
  ['subscription', 'subscriptions', 'body'],
  ['delivery', 'deliveries', 'edition'],
] as const)(
  'sends everybody else their digests while a %s cannot be read, names it, and keeps it',
  async (kind, table, column) => {
    const { place, telegram, env, bot, shows } = await start();
    const [ann, ben] = [telegram.addUser({ language_code: 'en' }), telegram.addUser({ language_code: 'en' })];
    telegram.say(ann, ann.id, '/subscribe instant');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0, 'the subscription');
    const state = join(place.folder, 'data/state.sqlite');
    addDamaged(state, kind, { id: 'bad', platform: 'telegram', chat: String(ben.id), body: '{"id":' });
    await place.put({ 'data/snapshots/ferry.md': ferry });
    await shows(ann.id, 'The ferry that would not retire');
    telegram.say(ben, ben.id, '/status');
    await shows(ben.id, 'damaged, so I skip it');
    bot.child.kill('SIGTERM');
    expect((await bot.ended).err).toContain(`${kind} bad: `);
    expect((await place.run(['doctor'], { env })).out).toMatch(new RegExp(`1 stored entry .*${kind} bad`, 'su'));
    const database = new DatabaseSync(state, { readOnly: true });
    const kept = database.prepare(`SELECT ${column} AS body FROM ${table} WHERE id = 'bad'`).all();
    database.close();
    expect(kept).toEqual([{ body: '{"id":' }]);
  },
);
