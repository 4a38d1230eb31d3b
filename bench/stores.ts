import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openState } from '../adapters/stores.ts';
import type { Edition } from '../src/digest/edition.ts';
import type { State } from '../src/state.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import type { View } from '../src/view/view.ts';
import { scaled } from './scale.ts';

const CONCURRENT = 100;
const BATCH = 1000;
const SUBSCRIPTIONS = scaled(100_000, BATCH);
const DELIVERIES = scaled(20_000, CONCURRENT);
const NOW = new Date('2024-05-01T08:00:00.000Z');
const MINUTE = 60_000;

const to = (number: number) => ({ platform: 'telegram', chat: String(number) });
const shown = {
  style: 'brief',
  language: 'en',
  selection: { sources: [], topics: [], without: [] },
  sendEmpty: false,
  silent: false,
  forFollowers: false,
  withUpdates: false,
  withEdits: false,
} as const;
/** About as long as a digest of ten articles. */
const VIEW: View = {
  blocks: Array.from({ length: 30 }, () => ({ kind: 'text', spans: [{ kind: 'plain', text: 'x'.repeat(200) }] })),
  actions: [],
};

function toSubscription(number: number): Subscription {
  const schedule = { kind: 'daily', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Asia/Shanghai' } as const;
  const progress = { createdAt: NOW.toISOString(), enqueuedUntil: NOW.toISOString(), position: 0, sentUntil: null };
  const id = number.toString(36).padStart(6, '0');
  return { ...shown, ...progress, id, to: to(number), schedule, state: 'active', suspendedFor: null };
}

function toEdition(number: number): Edition {
  const slot = { slot: NOW.toISOString(), next: null, missed: 0, after: 0, upTo: 10, zone: 'Asia/Shanghai' };
  return { ...shown, ...slot, id: `${number}@${NOW.getTime()}`, subscription: String(number), to: to(number) };
}

/** A line of figures for each store operation of a tick or a delivery, in a new file. */
export async function* measureStores(): AsyncGenerator<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-bench-'));
  const path = join(folder, 'state.sqlite');
  try {
    yield* measureSubscriptions(path);
    const state = await openState({ scheme: 'sqlite', location: path });
    yield* measureDeliveries(state);
    await state.close();
    yield measureFloor(join(folder, 'floor.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Subscriptions of a day, the same number due in each minute. */
async function* measureSubscriptions(path: string) {
  const state = await openState({ scheme: 'sqlite', location: path });
  for (let from = 0; from < SUBSCRIPTIONS; from += BATCH) {
    const entries = Array.from({ length: BATCH }, (_, at) => ({
      subscription: toSubscription(from + at),
      nextAt: new Date(NOW.getTime() + ((from + at) % 1440) * MINUTE),
    }));
    await state.subscriptions.saveAll(entries);
  }
  await state.close();
  const opened = await time(1, async () => (await openState({ scheme: 'sqlite', location: path })).close());
  yield { store: 'state', of: SUBSCRIPTIONS, operation: 'open and close', milliseconds: round(opened) };
  const { subscriptions, close } = await openState({ scheme: 'sqlite', location: path });
  const few = await time(20, () => subscriptions.due(NOW, 500));
  yield { store: 'subscriptions', of: SUBSCRIPTIONS, operation: 'due, 70 are', milliseconds: round(few) };
  const many = await time(20, () => subscriptions.due(new Date(NOW.getTime() + 1440 * MINUTE), 500));
  yield { store: 'subscriptions', of: SUBSCRIPTIONS, operation: 'due, 500 of all', milliseconds: round(many) };
  await close();
}

async function* measureDeliveries({ deliveries }: State) {
  const numbers = Array.from({ length: DELIVERIES }, (_, number) => number);
  const editions = numbers.map(toEdition);
  const each = async (work: (number: number) => Promise<unknown>) => {
    const ms = await time(1, async () => {
      for (let from = 0; from < DELIVERIES; from += CONCURRENT) {
        await Promise.all(numbers.slice(from, from + CONCURRENT).map(work));
      }
    });
    return { perSecond: round((DELIVERIES / ms) * 1000) };
  };
  const line = { store: 'deliveries', of: DELIVERIES };
  const id = (number: number) => editions[number]?.id ?? '';
  yield {
    ...line,
    operation: 'add',
    ...(await each((number) => deliveries.add(editions.slice(number, number + 1), NOW))),
  };
  yield { ...line, operation: 'backlog', milliseconds: round(await time(20, () => deliveries.backlog())) };
  yield { ...line, operation: 'take', ...(await each(() => deliveries.take('telegram', NOW, 1))) };
  yield {
    ...line,
    operation: 'record progress',
    ...(await each((number) => deliveries.recordProgress(id(number), { view: VIEW, confirmedParts: [['1']] }))),
  };
  yield {
    ...line,
    operation: 'complete',
    ...(await each((number) => deliveries.complete(id(number), 'sent', { at: NOW }))),
  };
}

/** SQLite alone as a lower bound: a row of the same size in a durable transaction of its own. */
function measureFloor(path: string): Record<string, unknown> {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id TEXT UNIQUE, body TEXT)');
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?)');
  const body = JSON.stringify(toEdition(0));
  const begun = performance.now();
  for (let number = 0; number < DELIVERIES; number += 1) insert.run(String(number), body);
  const ms = performance.now() - begun;
  database.close();
  return {
    store: 'SQLite alone',
    of: DELIVERIES,
    operation: 'insert, one by one',
    perSecond: round((DELIVERIES / ms) * 1000),
  };
}

/** The fastest of several runs, in milliseconds. */
async function time(times: number, work: () => Promise<unknown>): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const begun = performance.now();
    await work();
    fastest = Math.min(fastest, performance.now() - begun);
  }
  return fastest;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
