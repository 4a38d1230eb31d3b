import { createHash } from 'node:crypto';
import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { toStoredEdition } from '../../src/digest/stored-edition.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { RowReader } from '../shared/row-reader.ts';
import { type DeliveryRow as Stored, toDelivery } from '../shared/stored-delivery.ts';
import type { Database } from './database.ts';
import type { Place, Transaction } from './transaction.ts';

/** A delivery as it is stored, without its view, which is much longer and seldom changes. */
export interface DeliveryRow extends Stored, Pick<Address, 'platform' | 'chat'> {
  subscription: string;
  /** Who has taken it. */
  instance: string | null;
  /** The fingerprint of its view. */
  view: string | null;
}

type Chat = Pick<Address, 'platform' | 'chat'>;

/** The tables. */
export const DELIVERIES = 'deliveries';
const VIEWS = 'delivery-views';
/** The ended ones, by when. */
export const ENDED = 'deliveries:ended';

/** The sorted set of deliveries in a state: waiting and taken ones by age, delayed and failed ones by their time. */
export function stateSet(state: 'waiting' | 'delayed' | 'taken' | 'failed', platform?: string): string {
  return platform === undefined ? `deliveries:${state}` : `deliveries:${state}:${platform}`;
}

/** All lists of a chat's deliveries. */
export const LISTS = ['pending', 'failed', 'sent', 'refused', 'rest'] as const;

/** The sorted set of the deliveries of a chat: pending ones by age, the others by when they ended. */
export function chatSet(list: (typeof LISTS)[number], { platform, chat }: Chat): string {
  return `deliveries:chat:${list}:${platform}:${chat}`;
}

/** The sorted set of a subscription's deliveries that nobody has taken or begun, by age. */
export function unsentSet(subscription: string): string {
  return `deliveries:unsent:${subscription}`;
}

/** Whether a delivery has not ended. */
export function isPending({ state }: Pick<DeliveryRow, 'state'>): boolean {
  return state === 'waiting' || state === 'delayed' || state === 'taken';
}

/** Writes a delivery that the transaction has read. */
export function putDelivery(rows: Transaction, row: DeliveryRow): void {
  rows.put(DELIVERIES, row.id, { row, places: [...placesByState(row), ...placesByOwner(row)] });
}

function placesByState({ state, number, readyAt, endedAt, platform }: DeliveryRow): Place[] {
  const both = (name: Parameters<typeof stateSet>[0], score: number): Place[] => [
    [stateSet(name), score],
    [stateSet(name, platform), score],
  ];
  if (state === 'waiting' || state === 'taken') return both(state, number);
  if (state === 'delayed') return both(state, readyAt);
  const ended: Place = [ENDED, endedAt ?? 0];
  return state === 'failed' ? [...both(state, endedAt ?? 0), ended] : [ended];
}

function placesByOwner(row: DeliveryRow): Place[] {
  const { state, number, endedAt, reason, subscription } = row;
  if (isPending(row)) {
    const isUnsent = state !== 'taken' && row.view === null && row.done === '[]';
    return [[chatSet('pending', row), number], ...(isUnsent ? [[unsentSet(subscription), number] as const] : [])];
  }
  const isRefused = state === 'dropped' && (reason === 'gone' || reason === 'forbidden');
  const other = isRefused ? 'refused' : 'rest';
  return [[chatSet(state === 'failed' || state === 'sent' ? state : other, row), endedAt ?? 0]];
}

/** Adds an edition to be sent at once. Returns whether its id was new. */
export async function addEdition(
  rows: Transaction,
  edition: Edition,
  { number, now }: { number: number; now: Date },
): Promise<boolean> {
  const { id, subscription, to } = edition;
  if ((await rows.get(DELIVERIES, id)) !== undefined) return false;
  const { platform, chat } = to;
  const stored = JSON.stringify(toStoredEdition(edition));
  const fresh = {
    state: 'waiting',
    tries: 0,
    reason: null,
    done: '[]',
    endedAt: null,
    view: null,
    instance: null,
  } as const;
  const at = { readyAt: now.getTime(), addedAt: now.toISOString() };
  putDelivery(rows, { ...fresh, ...at, number, id, subscription, platform, chat, edition: stored });
  return true;
}

/** Deletes a delivery and its view. */
export async function removeDelivery(rows: Transaction, id: string): Promise<void> {
  await rows.get(DELIVERIES, id);
  rows.remove(DELIVERIES, id);
  await keepView(rows, id, null);
}

/** Writes the view of a delivery if it has changed; returns its fingerprint. */
export async function saveView(
  rows: Transaction,
  { id, view: before }: Pick<DeliveryRow, 'id' | 'view'>,
  text: string | null,
): Promise<string | null> {
  const fingerprint = text === null ? null : createHash('sha256').update(text).digest('base64url');
  if (fingerprint !== before) await keepView(rows, id, text);
  return fingerprint;
}

async function keepView(rows: Transaction, id: string, view: string | null): Promise<void> {
  await rows.get(VIEWS, id);
  if (view === null) rows.remove(VIEWS, id);
  else rows.put(VIEWS, id, { row: { view }, places: [] });
}

/** The deliveries of rows, with their views, in the same order; undefined, and reported, for those that cannot be read. */
export async function readDeliveries(
  source: Pick<Database, 'rows'>,
  reader: RowReader,
  rows: readonly DeliveryRow[],
): Promise<(Delivery | Delivered | undefined)[]> {
  const full = await withViews(source, rows);
  return full.map((row) => reader.read({ kind: 'delivery', id: row.id }, () => toDelivery(row)));
}

/** Rows as all stores have them. */
export async function withViews(source: Pick<Database, 'rows'>, rows: readonly DeliveryRow[]): Promise<Stored[]> {
  const ids = rows.flatMap(({ id, view }) => (view === null ? [] : [id]));
  const found = await source.rows<{ view: string }>(VIEWS, ids);
  const views = new Map(ids.map((id, at) => [id, found[at]?.view ?? null]));
  return rows.map((row) => ({ ...row, view: views.get(row.id) ?? null }));
}
