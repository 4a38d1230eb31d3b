import { DatabaseSync } from 'node:sqlite';
import type { Random } from './random.ts';

/** The chat whose rows are damaged: nobody else's are. */
const CHAT = '999999';
const BODIES = ['', '{', 'null', '[1]', '{}', '{"id":1,"to":null}', '{"schedule":{"kind":"never"}}'];

/** What can be damaged, and how a row of it is added. */
const INSERTS = {
  subscription: `INSERT INTO subscriptions (id, platform, chat, state, nextAt, body)
    VALUES ($id, $platform, $chat, 'active', $now, $body)`,
  settings: 'INSERT OR REPLACE INTO chat_settings VALUES ($platform, $chat, $body)',
  delivery: `INSERT INTO deliveries (id, subscription, platform, chat, state, readyAt, addedAt, edition)
    VALUES ($id, 'bad', $platform, $chat, 'waiting', $now, '2024-05-01T00:00:00.000Z', $body)`,
} as const;

interface DamagedRow {
  id: string;
  platform: string;
  chat: string;
  body: string;
}

/** Adds a row with a body that nobody can read, due now, to a state file. */
export function addDamaged(path: string, kind: keyof typeof INSERTS, row: DamagedRow): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  const insert = database.prepare(INSERTS[kind]);
  insert.setAllowUnknownNamedParameters(true);
  insert.run({ ...row, now: Date.now() });
  database.close();
}

/** Adds such a row of any kind, in a chat of its own. */
export function damageState(path: string, number: number, random: Random): void {
  const row = { id: `bad${number}`, chat: CHAT, body: random.pick(BODIES) };
  const platform = random.pick(['telegram', 'discord']);
  addDamaged(path, random.pick(['subscription', 'settings', 'delivery'] as const), { ...row, platform });
}

/** Makes every delayed delivery ready, as if its delay had passed. */
export function endDelays(path: string): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec(`UPDATE deliveries SET readyAt = 0 WHERE state = 'delayed'`);
  database.close();
}
