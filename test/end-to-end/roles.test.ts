import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openState } from '../../adapters/stores.ts';
import { startTelegram, type TelegramEmulator } from '../emulators/telegram/telegram.ts';
import { editionAt, pastSlot, subscribeAll } from '../faults/subscribe.ts';
import { createPlace, type Place, type Running } from './process.ts';
import { ferry } from './snapshots.ts';

const SOON = { timeout: 30_000, interval: 100 };

let place: Place;
let telegram: TelegramEmulator;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry });
  telegram = await startTelegram();
});
afterEach(async () => {
  await telegram.stop();
  await place.remove();
});

const start = (roles: string): Running =>
  place.start([], {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    STORE_URL: 'sqlite:state.sqlite',
    ROLES: roles,
  });

async function end({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}

async function withState<Result>(work: (state: Awaited<ReturnType<typeof openState>>) => Promise<Result>) {
  const state = await openState({ scheme: 'sqlite', location: join(place.folder, 'state.sqlite') });
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** Waits until the library has its article. */
const collected = () =>
  vi.waitFor(async () => expect(await withState(({ articles }) => articles.size())).toBe(1), SOON);

describe('ROLES', () => {
  it('divides collecting, delivering and answering among three processes', async () => {
    const ann = telegram.addUser();
    const slot = pastSlot(new Date());
    await withState(({ subscriptions }) =>
      subscribeAll([{ platform: 'telegram', chat: String(ann.id) }], { slot }, subscriptions),
    );
    telegram.say(ann, ann.id, '/article ferry');

    const collecting = start('collect');
    await collected();
    expect(telegram.calls()).toEqual([]);

    const chatting = start('chat');
    const answered = () => telegram.botMessages(ann.id).some(({ text }) => text?.includes('The old ferry Marigold'));
    await telegram.waitFor(answered, 'the answer');
    const edition = editionAt('000001', slot);
    expect(await withState(({ deliveries }) => deliveries.get(edition))).toBeUndefined();
    const messages = telegram.botMessages(ann.id).length;
    const polls = telegram.calls('getUpdates').length;

    const delivering = start('deliver');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > messages, 'the digest');
    await vi.waitFor(async () => {
      const delivery = await withState(({ deliveries }) => deliveries.get(edition));
      expect(delivery).toMatchObject({ outcome: 'sent' });
    }, SOON);
    expect(telegram.calls('getMe')).toHaveLength(1);
    expect(telegram.calls('getUpdates').length).toBeGreaterThanOrEqual(polls);
    await Promise.all([collecting, chatting, delivering].map(end));
    expect([telegram.violations(), telegram.unanswered()]).toEqual([[], []]);
  });

  it('reads no folder without collect', async () => {
    const ann = telegram.addUser();
    const chatting = start('chat,deliver');
    telegram.say(ann, ann.id, '/articles');
    await telegram.waitFor(() => telegram.botMessages(ann.id).length > 0, 'the answer');
    expect(await withState(({ articles }) => articles.size())).toBe(0);
    await end(chatting);
  });

  it('lets only one process deliver', async () => {
    const first = start('deliver,collect');
    await collected();
    const second = start('deliver');
    const { code, err } = await second.ended;
    expect([code, err]).toEqual([1, expect.stringContaining('state.sqlite')]);
    await end(first);
  });

  it('names the roles where one is wrong', async () => {
    const { code, err } = await start('chat,delivery').ended;
    expect(code).toBe(1);
    expect(err).toContain('ROLES is not a list of roles. Use some of chat,deliver,collect.');
  });
});
