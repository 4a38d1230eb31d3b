import { ZodError } from 'zod';
import type { UnreadableEntry } from '../../src/state.ts';
import type { Address } from '../../src/subscription/address.ts';
import { parseStoredSettings, parseStoredSubscription } from '../../src/subscription/stored-subscription.ts';
import type { Database } from './database.ts';
import { readRows, toDelivery } from './delivery-rows.ts';
import { storeError } from './errors.ts';

type Kind = UnreadableEntry['kind'];

/** Reads stored rows one by one, so that one that cannot be read holds up no other. */
export interface RowReader {
  /** What `parse` makes of a row; undefined, and reported once, if it throws. */
  read<Result>(row: { kind: Kind; id: string }, parse: () => Result): Result | undefined;
}

export function createRowReader(path: string, report: (error: unknown) => void): RowReader {
  const reported = new Set<string>();
  return {
    read(row, parse) {
      try {
        return parse();
      } catch (error) {
        const key = `${row.kind} ${row.id}`;
        if (!reported.has(key)) report(storeError('unreadable', path, { detail: describe(row, error), cause: error }));
        reported.add(key);
        return undefined;
      }
    },
  };
}

/** Everything that cannot be read, or only that of one chat. */
export function findUnreadable(database: Database, chat?: Pick<Address, 'platform' | 'chat'>): UnreadableEntry[] {
  const values = chat === undefined ? [] : [chat.platform, chat.chat];
  const where = chat === undefined ? 'TRUE' : 'platform = ? AND chat = ?';
  const subscriptions = database.rows<{ id: string; body: string }>(
    `SELECT id, body FROM subscriptions WHERE ${where} ORDER BY number`,
    ...values,
  );
  const settings = database.rows<{ id: string; body: string }>(
    `SELECT platform || ' ' || chat AS id, body FROM chat_settings WHERE ${where}`,
    ...values,
  );
  const deliveries = readRows(
    database,
    `${where.replace(/(platform|chat) =/g, 'd.$1 =')} ORDER BY d.number`,
    ...values,
  );
  return [
    ...subscriptions.flatMap(({ id, body }) =>
      problemOf({ kind: 'subscription', id }, () => parseStoredSubscription(body)),
    ),
    ...settings.flatMap(({ id, body }) => problemOf({ kind: 'settings', id }, () => parseStoredSettings(body))),
    ...deliveries.flatMap((row) => problemOf({ kind: 'delivery', id: row.id }, () => toDelivery(row))),
  ];
}

function problemOf(row: { kind: Kind; id: string }, parse: () => unknown): UnreadableEntry[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [{ ...row, why: reasonOf(error) }];
  }
}

function describe({ kind, id }: { kind: Kind; id: string }, error: unknown): string {
  return `(${kind} ${id}: ${reasonOf(error)})`;
}

/** In one line. */
function reasonOf(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
