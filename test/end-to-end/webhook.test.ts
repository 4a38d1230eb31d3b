import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { startRoundRobin } from '../fixtures/round-robin.ts';
import { freePort } from './free-port.ts';
import { createPlace, type Place, type Running } from './process.ts';
import { ferry } from './snapshots.ts';

const SOON = { timeout: 30_000, interval: 100 };

let place: Place;
let telegram: TelegramEmulator;
let url: string;
let port: number;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry });
  telegram = await startTelegram({ isLocal: true });
  port = await freePort();
  url = `http://127.0.0.1:${port}/telegram`;
});
afterEach(async () => {
  await telegram.stop();
  await place.remove();
});

const start = (env: Record<string, string> = {}): Running =>
  place.start([], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_URL: url,
    HTTP_PORT: String(port),
    ...env,
  });

async function end({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}

const post = async (body: string, secret: string) =>
  (await fetch(url, { method: 'POST', body, headers: { 'x-telegram-bot-api-secret-token': secret } })).status;

describe('TELEGRAM_WEBHOOK_URL', () => {
  it('answers what Telegram sends, each once, without polling, and stays set for the next process', async () => {
    const ann = telegram.addUser();
    const first = start();
    const { updateId = 0 } = telegram.say(ann, ann.id, '/article ferry');
    const card = await telegram.waitFor(() => telegram.botMessages(ann.id).at(-1), 'the article');
    telegram.press(ann, card, '1 The crew');
    await telegram.waitFor(
      () => telegram.botMessages(ann.id).some(({ text }) => text?.includes('eighty-one')),
      'the section',
    );
    const before = telegram.webhookTries().length;
    telegram.redeliver(updateId);
    await telegram.waitFor(() => telegram.webhookTries().length > before, 'the update again');
    await end(first);
    expect(telegram.botMessages(ann.id)).toHaveLength(1);
    expect([telegram.calls('getUpdates'), telegram.calls('deleteWebhook')]).toEqual([[], []]);

    telegram.say(ann, ann.id, '/articles');
    const second = start();
    await telegram.waitFor(() => telegram.botMessages(ann.id).length === 2, 'the answer to what came meanwhile');
    expect(telegram.calls('setWebhook')).toHaveLength(1);
    await end(second);
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  it('answers after a kill what was not answered', async () => {
    const ann = telegram.addUser();
    const first = start();
    telegram.fault({ on: 'sendMessage', action: { kind: 'hang' } });
    telegram.say(ann, ann.id, '/article ferry');
    await telegram.waitFor(() => telegram.calls('sendMessage').length === 1, 'the answer');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    await telegram.waitFor(() => telegram.botMessages(ann.id).length === 1, 'the answer');
    await end(second);
    expect(telegram.webhookTries().at(-1)?.status).toBe(200);
  });

  it('answers each update once, whichever of two processes gets it', async () => {
    const ports = [port, await freePort()];
    url = `http://127.0.0.1:${await startRoundRobin(ports)}/telegram`;
    const running = ports.map((one) =>
      start({ ROLES: 'chat', HTTP_PORT: String(one), STORE_URL: 'sqlite:state.sqlite' }),
    );
    const people = [1, 2, 3, 4, 5, 6].map(() => telegram.addUser());
    const updates = people.map((one) => telegram.say(one, one.id, '/articles').updateId ?? 0);
    const answers = () => people.map(({ id }) => telegram.botMessages(id).length);
    await telegram.waitFor(() => answers().every((count) => count === 1), 'all answers');
    await telegram.waitFor(() => telegram.pendingUpdates() === 0, 'the confirmations');
    const before = telegram.webhookTries().length;
    for (const update of [...updates, ...updates]) telegram.redeliver(update);
    await telegram.waitFor(() => telegram.webhookTries().length >= before + 2 * updates.length, 'all of them again');
    await Promise.all(running.map(end));
    expect(answers()).toEqual([1, 1, 1, 1, 1, 1]);
    expect(telegram.violations()).toEqual([]);
  });

  it('lets in nobody else', async () => {
    const ann = telegram.addUser();
    const running = start();
    await vi.waitFor(() => expect(telegram.webhookSecret()).toBeDefined(), SOON);
    const secret = telegram.webhookSecret() ?? '';
    const message = { message_id: 1, date: 1, chat: { id: ann.id, type: 'private' }, from: ann, text: '/articles' };
    const update = JSON.stringify({ update_id: 1, message });
    expect(await post(update, '')).toBe(401);
    expect(await post(update, telegram.token)).toBe(401);
    expect(await post('[]', secret)).toBe(400);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/other`, { method: 'POST' })).status).toBe(405);
    await end(running);
    expect(telegram.botMessages(ann.id)).toEqual([]);
  });

  it('gives way to polling when the setting is removed', async () => {
    const ann = telegram.addUser();
    const first = start();
    await vi.waitFor(() => expect(telegram.webhookSecret()).toBeDefined(), SOON);
    await end(first);
    const second = start({ TELEGRAM_WEBHOOK_URL: '' });
    telegram.say(ann, ann.id, '/articles');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length === 1, 'the answer');
    expect(telegram.webhookSecret()).toBeUndefined();
    await end(second);
  });
});
