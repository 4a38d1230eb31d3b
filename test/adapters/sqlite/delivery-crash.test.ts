import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFailed, onTestFinished } from 'vitest';
import { openDatabase } from '../../../adapters/sqlite/database.ts';
import { MIGRATIONS } from '../../../adapters/sqlite/schema.ts';
import { openState } from '../../../adapters/stores.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../fixtures/processes/delivering-process.ts', import.meta.url));
const EDITIONS = 60;
const PARTS = 3;

/** What a run has promised to keep, as far as its listener heard it. */
interface Promised {
  added: Set<string>;
  parts: Map<string, number>;
  finished: Set<string>;
  position: number;
}

/** Hears what is said; what is taken must fit what was promised before. */
function hear(line: string, promised: Promised): void {
  const [what = '', id = '', number = '0'] = line.split(' ');
  switch (what) {
    case 'added':
      promised.added.add(id);
      return;
    case 'taken':
      expect(promised.finished).not.toContain(id);
      expect(Number(number)).toBeGreaterThanOrEqual(promised.parts.get(id) ?? 0);
      return;
    case 'noted':
      promised.parts.set(id, Number(number));
      return;
    case 'finished':
      promised.finished.add(id);
      return;
    default:
      expect(what).toBe('position');
      expect(Number(id)).toBeGreaterThan(promised.position);
      promised.position = Number(id);
  }
}

/** Runs the program, and kills it once it has said so many lines; whether it came to its end before. */
async function run(path: string, promised: Promised, lines = Number.POSITIVE_INFINITY): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, path, String(EDITIONS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    hear(line, promised);
    said += 1;
    if (said === lines) child.kill('SIGKILL');
  }
  const [code] = (await ended) as [number | null];
  return code === 0;
}

/** What was left behind holds all that was promised. */
async function expectKept(path: string, { added, parts, finished, position }: Promised): Promise<void> {
  const { deliveries, subscriptions, close } = await openState({ scheme: 'sqlite', location: path });
  for (const id of added) expect(await deliveries.get(id)).toBeDefined();
  for (const [id, count] of parts) {
    const kept = (await deliveries.get(id))?.confirmedParts ?? [];
    expect(kept.length).toBeGreaterThanOrEqual(count);
    expect(kept).toEqual(kept.map((_, part) => [`${id}-${part}`]));
  }
  for (const id of finished) expect(await deliveries.get(id)).toMatchObject({ outcome: 'sent' });
  expect((await subscriptions.get('aaaaaa'))?.position ?? 0).toBeGreaterThanOrEqual(position);
  await close();
}

describe('deliveries whose process is killed', () => {
  it('at any moment, repeatedly, are all sent in the end, none lost and none twice', async () => {
    const path = join(await temporaryFolder(), 'state.sqlite');
    const promised: Promised = { added: new Set(), parts: new Map(), finished: new Set(), position: 0 };
    const seed = Math.floor(Math.random() * 2 ** 31);
    onTestFailed(() => console.log(`The seed of the moments is ${seed}.`));
    const moments = fc.sample(fc.integer({ min: 1, max: 45 }), { numRuns: 12, seed });
    for (const lines of moments) {
      await run(path, promised, lines);
      await expectKept(path, promised);
    }
    expect(await run(path, promised)).toBe(true);
    await expectKept(path, promised);
    expect(promised.finished.size).toBeLessThanOrEqual(EDITIONS);

    const { deliveries, close } = await openState({ scheme: 'sqlite', location: path });
    expect(await deliveries.backlog()).toEqual({ waiting: 0, failed: 0, nextAt: undefined });
    for (let number = 0; number < EDITIONS; number += 1) {
      expect(await deliveries.get(`${number}@1`)).toMatchObject({ outcome: 'sent', confirmedParts: { length: PARTS } });
    }
    await close();
    const database = openDatabase(path, { migrations: MIGRATIONS });
    expect(database.row('SELECT count(*) AS total FROM deliveries')).toMatchObject({ total: EDITIONS });
    expect(database.row('PRAGMA integrity_check')).toMatchObject({ integrity_check: 'ok' });
    database.close();
  }, 60_000);
});
