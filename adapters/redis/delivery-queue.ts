import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { Instance } from '../shared/instance.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { MAX_LISTED, moveEdition } from '../shared/stored-delivery.ts';
import type { Database, Range } from './database.ts';
import { createDeliveryProgress, type Progress } from './delivery-progress.ts';
import {
  addEdition,
  chatSet,
  DELIVERIES,
  type DeliveryRow,
  ENDED,
  LISTS,
  putDelivery,
  readDeliveries,
  removeDelivery,
  stateSet,
} from './delivery-rows.ts';
import { mergeUnsent } from './merge-unsent.ts';

interface Deps {
  database: Database;
  instance: Instance;
  reader: RowReader;
  /** The latest position up to which this process has all articles. */
  reach(): Promise<number>;
}

type Chat = Pick<Address, 'platform' | 'chat'>;

const PER_TRANSACTION = 200;

/** Stores deliveries in a Redis server, shared by many instances. */
export function createDeliveryQueue(deps: Deps): DeliveryQueue {
  const { database, reader } = deps;
  const { transaction } = database;
  return {
    ...(createDeliveryProgress(deps) satisfies Progress),
    async add(editions, now) {
      const first = await database.nextNumber(editions.length);
      await transaction(async (rows) => {
        for (const [at, edition] of editions.entries()) await addEdition(rows, edition, { number: first + at, now });
      });
    },
    mergeUnsent: (subscription, now, merge) => mergeUnsent(database, reader, { subscription, now, merge }),
    resend: (id, now) =>
      transaction(async (rows) => {
        const row = await rows.get<DeliveryRow>(DELIVERIES, id);
        if (row?.state !== 'failed' && row?.state !== 'dropped' && row?.state !== 'delayed') return false;
        putDelivery(rows, { ...row, state: 'waiting', readyAt: now.getTime(), tries: 0, endedAt: null });
        return true;
      }),
    forChat: async (chat) => await readChat(database, reader, chat),
    async get(id) {
      const rows = await database.rows<DeliveryRow>(DELIVERIES, [id]);
      return (
        await readDeliveries(
          database,
          reader,
          rows.filter((row) => row !== undefined),
        )
      )[0];
    },
    backlog: (platform) => countBacklog(database, platform),
    deleteEndedBefore: (before) => removeAll(database, [ENDED], { to: `(${before.getTime()}` }),
    removeChat: (chat) =>
      removeAll(
        database,
        LISTS.map((list) => chatSet(list, chat)),
      ),
    moveChat: (from, to) => moveChat(database, from, to),
  };
}

async function readChat(database: Database, reader: RowReader, chat: Chat): Promise<(Delivery | Delivered)[]> {
  const last = (limit: number) => ({ limit, isDescending: true });
  const ids = await Promise.all([
    database.members(chatSet('pending', chat), { limit: MAX_LISTED.pending }),
    database.members(chatSet('failed', chat), last(MAX_LISTED.failed)),
    database.members(chatSet('sent', chat), last(MAX_LISTED.sent)),
    database.members(chatSet('refused', chat), last(MAX_LISTED.dropped)),
  ]);
  // One may have ended in between, and be in two lists.
  const found = await database.rows<DeliveryRow>(DELIVERIES, [...new Set(ids.flat())]);
  const rows = found.filter((row) => row !== undefined).sort((a, b) => a.number - b.number);
  return (await readDeliveries(database, reader, rows)).filter((delivery) => delivery !== undefined);
}

async function countBacklog(database: Database, platform: string | undefined) {
  const first = async (state: 'waiting' | 'delayed') => {
    const ids = await database.members(stateSet(state, platform), { limit: 1 });
    return (await database.rows<DeliveryRow>(DELIVERIES, ids))[0]?.readyAt;
  };
  const states = ['waiting', 'delayed', 'taken', 'failed'] as const;
  const counts = await Promise.all(states.map((state) => database.count(stateSet(state, platform))));
  const [waiting = 0, delayed = 0, taken = 0, failed = 0] = counts;
  const next = (await first('waiting')) ?? (await first('delayed'));
  return { waiting: waiting + delayed + taken, failed, nextAt: next === undefined ? undefined : new Date(next) };
}

/** Deletes the deliveries in sorted sets, until none is there any more. */
async function removeAll(database: Database, sets: readonly string[], range: Range = {}): Promise<void> {
  for (const set of sets) {
    for (;;) {
      const ids = await database.members(set, { ...range, limit: PER_TRANSACTION });
      if (ids.length === 0) break;
      await database.transaction(async (rows) => {
        for (const id of ids) await removeDelivery(rows, id);
      });
    }
  }
}

async function moveChat(database: Database, from: Chat, { platform, chat }: Chat): Promise<void> {
  await database.transaction(async (rows) => {
    const ids = await Promise.all(LISTS.map((list) => database.members(chatSet(list, from))));
    for (const row of await rows.getMany<DeliveryRow>(DELIVERIES, ids.flat())) {
      if (row === undefined) continue;
      putDelivery(rows, { ...row, platform, chat, edition: moveEdition(row.edition, { platform, chat }) });
    }
  });
}
