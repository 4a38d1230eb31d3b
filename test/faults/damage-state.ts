import { DatabaseSync } from 'node:sqlite';
import type { Random } from './random.ts';

/** The chat whose rows are damaged: nobody else's are. */
const CHAT = '999999';
const BODIES = ['', '{', 'null', '[1]', '{}', '{"id":1,"to":null}', '{"schedule":{"kind":"never"}}'];

/** Adds a row that nobody can read, due now, to the subscriptions, the settings or the deliveries of a state file. */
export function damageState(path: string, number: number, random: Random): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  const id = `bad${number}`;
  const body = random.pick(BODIES);
  const platform = random.pick(['telegram', 'discord']);
  const at = Date.now();
  switch (random.pick(['subscription', 'settings', 'delivery'] as const)) {
    case 'subscription':
      database
        .prepare(`INSERT INTO subscriptions (id, platform, chat, state, nextAt, body) VALUES (?, ?, ?, 'active', ?, ?)`)
        .run(id, platform, CHAT, at, body);
      break;
    case 'settings':
      database.prepare('INSERT OR REPLACE INTO chat_settings VALUES (?, ?, ?)').run(platform, CHAT, body);
      break;
    case 'delivery':
      database
        .prepare(
          `INSERT INTO deliveries (id, subscription, platform, chat, state, readyAt, addedAt, edition)
           VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?)`,
        )
        .run(`${id}@noon`, id, platform, CHAT, at, new Date(at).toISOString(), body);
      break;
  }
  database.close();
}

/** Makes every delayed delivery ready, as if its delay had passed. */
export function endDelays(path: string): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec(`UPDATE deliveries SET readyAt = 0 WHERE state = 'delayed'`);
  database.close();
}
