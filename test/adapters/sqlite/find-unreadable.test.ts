import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openState } from '../../../adapters/stores.ts';
import type { State } from '../../../src/state.ts';
import { captured } from '../../contracts/library-store.ts';
import { makeEdition, makeSubscription } from '../../fakes/subscription.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const NOW = new Date('2026-11-29T08:00:00Z');
const CHAT = { platform: 'telegram', chat: '1' };

let state: State;
let other: DatabaseSync;
let reported: string[];
beforeEach(async () => {
  const path = join(await temporaryFolder(), 'state.sqlite');
  reported = [];
  state = await openState({ scheme: 'sqlite', location: path }, (error) => reported.push(String(error)));
  other = new DatabaseSync(path);
  onTestFinished(async () => {
    other.close();
    await state.close();
  });
});

/** What a row may hold that Gazette did not write. */
const DAMAGED = ['', '{', 'null', '[]', '{}', '"text"', '{"id":"aaaaaa","to":{"platform":7}}'];

describe.each(DAMAGED)('a subscription stored as %j', (body) => {
  beforeEach(async () => {
    for (const id of ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'])
      await state.subscriptions.save(makeSubscription({ id }), NOW);
    other.prepare('UPDATE subscriptions SET body = ? WHERE id = ?').run(body, 'aaaaaa');
  });

  it('is skipped by every read, and all others are found', async () => {
    const { subscriptions } = state;
    const { to } = makeSubscription();
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
    expect(await subscriptions.get('aaaaaa')).toBeUndefined();
    expect(ids(await subscriptions.due(NOW, 2))).toEqual(['bbbbbb', 'cccccc']);
    expect(ids(await subscriptions.due(NOW, 1))).toEqual(['bbbbbb']);
    expect(ids(await subscriptions.page('', 10))).toEqual(['bbbbbb', 'cccccc', 'dddddd']);
    expect(ids(await subscriptions.forChat(to))).toEqual(['bbbbbb', 'cccccc', 'dddddd']);
    await subscriptions.moveChat(to, { ...to, chat: 'new' });
    expect(ids(await subscriptions.forChat({ ...to, chat: 'new' }))).toEqual(['bbbbbb', 'cccccc', 'dddddd']);
  });

  it('is named once, listed, and kept whatever is done with it', async () => {
    const { subscriptions } = state;
    await subscriptions.due(NOW, 10);
    await subscriptions.due(NOW, 10);
    expect(reported).toEqual([expect.stringMatching(/state\.sqlite: .*\(subscription aaaaaa: .+\)$/)]);
    expect(await subscriptions.change('aaaaaa', () => expect.unreachable())).toBeUndefined();
    expect(await subscriptions.remove('aaaaaa')).toBeUndefined();
    expect(await state.unreadable()).toEqual([
      { kind: 'subscription', id: 'aaaaaa', why: expect.stringMatching(/^[^\n]+$/) as string },
    ]);
    const { platform, chat } = makeSubscription().to;
    expect(await state.unreadable({ platform, chat })).toHaveLength(1);
    expect(await state.unreadable({ platform, chat: 'other' })).toEqual([]);
    expect(other.prepare('SELECT body FROM subscriptions WHERE id = ?').get('aaaaaa')).toMatchObject({ body });
  });
});

describe.each(DAMAGED)('a delivery whose edition is stored as %j', (edition) => {
  beforeEach(async () => {
    await state.deliveries.add(
      [1, 2, 3].map((number) => makeEdition(`a@${number}`, { subscription: 'a', to: CHAT })),
      NOW,
    );
    other.prepare('UPDATE deliveries SET edition = ? WHERE id = ?').run(edition, 'a@1');
  });

  it('waits, while all others are taken', async () => {
    const ids = (found: readonly { edition: { id: string } }[]) => found.map((one) => one.edition.id);
    expect(ids(await state.deliveries.forChat(CHAT))).toEqual(['a@2', 'a@3']);
    expect(ids(await state.deliveries.take('telegram', NOW, 1))).toEqual(['a@2']);
    expect(ids(await state.deliveries.take('telegram', NOW, 5))).toEqual(['a@3']);
    expect(await state.deliveries.get('a@1')).toBeUndefined();
    expect(reported).toEqual([expect.stringMatching(/\(delivery a@1: .+\)$/)]);
    expect(await state.unreadable()).toMatchObject([{ kind: 'delivery', id: 'a@1' }]);
    expect(other.prepare(`SELECT state, edition FROM deliveries WHERE id = 'a@1'`).get()).toMatchObject({
      state: 'waiting',
      edition,
    });
  });

  it('moves with its chat', async () => {
    await state.deliveries.moveChat(CHAT, { ...CHAT, chat: '2' });
    expect(await state.unreadable({ ...CHAT, chat: '2' })).toMatchObject([{ id: 'a@1' }]);
    expect(await state.deliveries.forChat({ ...CHAT, chat: '2' })).toHaveLength(2);
  });

  it('is no obstacle for the editions that a later one covers', async () => {
    const merged = await state.deliveries.mergeUnsent('a', NOW, (unsent) => unsent[0] && { ...unsent[0], id: 'a@4' });
    expect(merged.map(({ id }) => id)).toEqual(['a@2', 'a@3']);
  });
});

it('reads settings that cannot be read as none, and keeps them', async () => {
  await state.subscriptions.saveSettings(CHAT, { silent: true });
  other.exec(`UPDATE chat_settings SET body = '{"silent":'`);
  expect(await state.subscriptions.settings(CHAT)).toEqual({});
  await state.subscriptions.moveChat(CHAT, { ...CHAT, chat: '2' });
  expect(await state.unreadable()).toMatchObject([{ kind: 'settings', id: 'telegram 1' }]);
  expect(other.prepare('SELECT body FROM chat_settings').all()).toMatchObject([{ body: '{"silent":' }]);
});

it('uses the other settings if one cannot be used, and names it', async () => {
  await state.subscriptions.saveSettings(CHAT, { silent: true, zone: 'Asia/Tokyo' });
  other.exec(`UPDATE chat_settings SET body = '{"silent":true,"zone":"Mars/Olympus"}'`);
  expect(await state.subscriptions.settings(CHAT)).toEqual({ silent: true });
  await state.subscriptions.settings(CHAT);
  expect(reported).toEqual([expect.stringMatching(/settings telegram 1: zone: is not a time zone/)]);
  expect(await state.unreadable(CHAT)).toMatchObject([{ kind: 'settings', why: 'zone: is not a time zone' }]);
  await state.subscriptions.moveChat(CHAT, { ...CHAT, chat: '2' });
  expect(await state.subscriptions.settings({ ...CHAT, chat: '2' })).toEqual({ silent: true });
});

it('skips a subscription whose zone this program does not know, and lists it', async () => {
  for (const id of ['aaaaaa', 'bbbbbb']) await state.subscriptions.save(makeSubscription({ id }), NOW);
  other.exec(`UPDATE subscriptions SET body = replace(body, 'Asia/Shanghai', 'Mars/Olympus') WHERE id = 'aaaaaa'`);
  expect(await state.subscriptions.due(NOW, 10)).toMatchObject([{ id: 'bbbbbb' }]);
  expect(await state.unreadable()).toMatchObject([{ id: 'aaaaaa', why: 'schedule.zone: is not a time zone' }]);
});

it('finds no article whose text cannot be read, and saves new versions of it', async () => {
  const file = (name: string, text: string) =>
    captured(name, { url: 'https://example.org/1', sections: [[null, text]] });
  await state.articles.save([file('1.md', 'first')]);
  other.exec(`UPDATE versions SET body = x'00ff'`);
  const [entry] = (await state.articles.newest({ offset: 0, limit: 1 })).entries;
  const id = entry?.id ?? '';
  expect(await state.articles.article(id)).toBeUndefined();
  expect(reported).toEqual([expect.stringMatching(/\(article .+\)$/)]);
  await state.articles.save([file('2.md', 'second')]);
  expect(JSON.stringify(await state.articles.article(id))).toContain('second');
});
