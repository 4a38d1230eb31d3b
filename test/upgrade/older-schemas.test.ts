import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createFolderSync } from '../../adapters/snapshots/folder-sync.ts';
import { enqueueDue } from '../../src/delivery/enqueue/enqueue-due.ts';
import { createSubscriptionIsolation } from '../../src/delivery/enqueue/isolate-subscriptions.ts';
import { openReleasedState } from '../fixtures/released-state.ts';

type Released = Awaited<ReturnType<typeof openReleasedState>>;

const SNAPSHOTS = fileURLToPath(new URL('../../data/snapshots', import.meta.url));
const IDS = ['rzteusb6p', 'gc4ugptrx', 'mij8cw8d0', 'ur89vdtn2'];
const CONSOLE = { platform: 'console', chat: 'script:74154536-2611-4d49-8548-5516b9fad63e' };
const telegram = (chat: string) => ({ platform: 'telegram', chat });

/** Reads the folder with the parser of today, which is another than that of the file. */
async function syncAgain({ articles: store }: Released): Promise<void> {
  const skipped: string[] = [];
  const now = () => new Date();
  const folders = [{ name: '', path: SNAPSHOTS }];
  const report = await createFolderSync(folders, { store, now, warn: (line) => void skipped.push(line) }).run();
  expect(skipped).toEqual([]);
  expect(report?.files).toBe(IDS.length);
}

const isolate = createSubscriptionIsolation((error) => expect.unreachable(String(error)));
const enqueue = (state: Released, now: Date) =>
  enqueueDue(now, { ...state, isolate, yieldToEventLoop: async () => undefined });

describe.each(['schema-1', 'schema-2', 'state'] as const)('the state file %s of an earlier version', (name) => {
  it('opens, and shows each article of the time', async () => {
    const state = await openReleasedState(name);
    for (const id of IDS) {
      const article = await state.library.article(id);
      expect(article?.sections.length).toBeGreaterThan(1);
      const { about, blocks } = await state.ask(telegram('1'), `/section ${id} 1`);
      expect(about).toMatchObject({ article: id });
      expect(blocks.length).toBeGreaterThan(1);
    }
    expect((await state.library.search('night bus', 5)).map(({ entry }) => entry.id)).toContain('ur89vdtn2');
    expect(await state.unreadable()).toEqual([]);
  });

  it('has nothing new after all snapshots are parsed again', async () => {
    const state = await openReleasedState(name);
    const [after, size] = [await state.articles.position(), await state.library.size()];
    await syncAgain(state);
    expect(await state.library.size()).toBe(size);
    const filter = { sources: [], topics: [], without: [] };
    const range = { after, upTo: await state.articles.position() };
    expect(await state.articles.between(range, filter, { offset: 0, limit: 10 })).toEqual({ total: 0, entries: [] });
  });
});

describe('a state file of before there were subscriptions', () => {
  it('remembers what the chat was shown last', async () => {
    const { ask } = await openReleasedState('schema-1');
    const { about } = await ask(CONSOLE, '/section 1');
    expect(about).toMatchObject({ article: 'ur89vdtn2' });
  });

  it('sends nothing of the old library to a chat that subscribes after the upgrade', async () => {
    const state = await openReleasedState('schema-1');
    await syncAgain(state);
    await state.ask(telegram('9'), '/subscribe daily 08:00');
    expect((await state.subscriptions.forChat(telegram('9'))).map(({ position }) => position)).toEqual([IDS.length]);
    const tomorrow = new Date('2024-08-11T23:59:00Z');
    await enqueue(state, tomorrow);
    expect(await state.deliverAll('telegram', tomorrow)).toEqual([]);
  });
});

describe('a state file of before articles could be updated', () => {
  const NEXT_MORNING = new Date('2024-08-21T00:05:00Z');

  it('still holds every subscription and setting', async () => {
    const { subscriptions } = await openReleasedState('schema-2');
    const all = await subscriptions.page('', 100);
    const states = all.map(({ id, state, suspendedFor, withUpdates }) => [
      id,
      state,
      suspendedFor,
      Boolean(withUpdates),
    ]);
    expect(states).toEqual([
      ['daily1', 'active', null, false],
      ['full01', 'paused', null, false],
      ['gone01', 'suspended', 'gone', false],
      ['inst01', 'active', null, false],
      ['wait01', 'active', null, false],
    ]);
    expect(all.find(({ id }) => id === 'full01')).toMatchObject({
      position: 2,
      style: 'full',
      sendEmpty: false,
      enqueuedUntil: '2024-08-20T00:00:00.000Z',
      selection: { sources: ['harbour.example.org'], topics: ['bus', 'library'], without: ['football'] },
    });
    expect(await subscriptions.settings(telegram('200'))).toEqual({
      zone: 'Europe/Berlin',
      language: 'zh-CN',
      sendEmpty: true,
    });
  });

  it('continues what a process was sending when it died, and sends nothing else', async () => {
    const state = await openReleasedState('schema-2');
    await state.deliveries.release();
    const sent = await state.deliverAll('telegram', new Date('2024-08-20T00:15:00Z'));
    const wanted = sent.map(({ id, parts, view }) => [id, parts, view.list?.articles.length]);
    expect(wanted).toEqual([
      ['wait01@2024-08-20T00:00Z', [1], IDS.length],
      ['inst01@2024-08-20T00:00Z', [0, 1], IDS.length],
    ]);
    expect(await state.deliveries.get('daily1@2024-08-20T00:00Z')).toMatchObject({ outcome: 'sent' });
  });

  it('sends no digest of what was sent before, after all snapshots are parsed again', async () => {
    const state = await openReleasedState('schema-2');
    await state.deliveries.release();
    await state.deliverAll('telegram', new Date('2024-08-20T00:15:00Z'));
    await syncAgain(state);
    await enqueue(state, NEXT_MORNING);
    expect(await state.deliverAll('telegram', NEXT_MORNING)).toEqual([]);
    expect(await state.deliveries.get('daily1@2024-08-21T00:00Z')).toMatchObject({ outcome: 'empty' });
  });
});
