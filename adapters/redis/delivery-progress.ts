import type { Outcome } from '../../src/delivery/delivery.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import { createHeldDeliveries, type HeldDeliveries } from '../shared/held-deliveries.ts';
import type { Instance } from '../shared/instance.ts';
import type { RowReader } from '../shared/row-reader.ts';
import type { Database } from './database.ts';
import { DELIVERIES, type DeliveryRow, isPending, putDelivery, saveView } from './delivery-rows.ts';
import { freeDead } from './free-dead.ts';
import { takeDeliveries } from './take-deliveries.ts';
import type { Transaction } from './transaction.ts';

interface Deps {
  database: Database;
  instance: Instance;
  reader: RowReader;
  /** The latest position up to which this process has all articles. */
  reach(): Promise<number>;
}

/** What the worker does with deliveries. */
export type Progress = Pick<
  DeliveryQueue,
  'take' | 'assertHeld' | 'recordProgress' | 'retryAt' | 'complete' | 'release'
>;

/** Creates the part of the queue that takes deliveries and records what becomes of them. */
export function createDeliveryProgress({ database, instance, reader, reach }: Deps): Progress {
  const held = createHeldDeliveries(instance);
  const source = { database, held, instance };
  return {
    take: (platform, now, limit) =>
      held.take(async (by) =>
        takeDeliveries({ database, reader }, { platform, now, limit, by, isHeld: held.has, reach: await reach() }),
      ),
    assertHeld: async (id) => held.assertHeld(id),
    async recordProgress(id, { view, confirmedParts }) {
      const found = await change(source, id, async (rows, row) => {
        const hasMore = confirmedParts.length > (JSON.parse(row.done) as unknown[]).length;
        const tries = hasMore ? 0 : row.tries;
        const fingerprint = await saveView(rows, row, view && JSON.stringify(view));
        putDelivery(rows, { ...row, done: JSON.stringify(confirmedParts), view: fingerprint, tries });
      });
      if (found === 'lost' || found === 'ended') held.lose(id);
    },
    async retryAt(id, { at, reason, attempts }) {
      const delayed = { state: 'delayed', instance: null, readyAt: at.getTime(), reason, tries: attempts } as const;
      await change(source, id, async (rows, row) => putDelivery(rows, { ...row, ...delayed }));
      held.remove(id);
    },
    complete: (id, outcome, ended) => complete(source, id, { outcome, ...ended }),
    async release() {
      await freeDead(database, instance.id());
      held.clear();
    },
  };
}

/** The deliveries, and which of them this process has taken. */
interface Source {
  database: Database;
  held: HeldDeliveries;
  instance: Instance;
}

interface Completion {
  outcome: Outcome;
  at: Date;
  reason?: string;
}

async function complete(source: Source, id: string, { outcome, at, reason }: Completion): Promise<void> {
  const canBeResent = outcome === 'failed' || outcome === 'dropped';
  const ended = { state: outcome, instance: null, endedAt: at.getTime(), reason: reason ?? null } as const;
  const found = await change(source, id, async (rows, row) => {
    const view = canBeResent ? row.view : await saveView(rows, row, null);
    putDelivery(rows, { ...row, ...ended, view });
  });
  if (found === 'lost' || found === 'ended') await assertEnded(source, id, { outcome, at });
  source.held.remove(id);
}

/** A connection may have been lost after this very change was made, and before its answer. */
async function assertEnded({ database, held }: Source, id: string, { outcome, at }: Completion): Promise<void> {
  const [row] = await database.rows<DeliveryRow>(DELIVERIES, [id]);
  if (row !== undefined && !(row.state === outcome && row.endedAt === at.getTime())) held.lose(id);
}

/** Changes a delivery that has not ended and that nobody else holds. Returns why it did not. */
function change(
  { database: { transaction }, held, instance }: Source,
  id: string,
  write: (rows: Transaction, row: DeliveryRow) => Promise<void>,
): Promise<'changed' | 'absent' | 'ended' | 'lost'> {
  return transaction(async (rows) => {
    const row = await rows.get<DeliveryRow>(DELIVERIES, id);
    if (row === undefined) return 'absent';
    if (!isPending(row)) return 'ended';
    const holder = held.holder(id);
    const isOwn = row.instance === (holder ?? instance.id()) || (holder === undefined && row.instance === null);
    if (!isOwn) return 'lost';
    await write(rows, row);
    return 'changed';
  });
}
