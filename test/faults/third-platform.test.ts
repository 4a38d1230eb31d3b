import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openState } from '../../adapters/stores.ts';
import type { View } from '../../src/view/view.ts';
import { createFastClock } from '../fakes/clock.ts';
import { renderLines } from '../fakes/lines/render.ts';
import { startLineService } from '../fakes/lines/service.ts';
import { makeEdition, makeSubscription } from '../fakes/subscription.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { readSeed } from './random.ts';

const PROGRAM = fileURLToPath(new URL('../fixtures/processes/line-delivering-process.ts', import.meta.url));
const CHATS = ['1', '2', '3', '4', '5', '6'];
const KILLS = 20;
const ANSWER_MS = 10;
const NOW = new Date('2024-05-02T00:00:00.000Z');

const digest: View = {
  blocks: Array.from({ length: 12 }, (_, at) => ({
    kind: 'text',
    spans: [{ kind: 'plain', text: `Article ${at}. ${'The ferry waits at the pier. '.repeat(14)}` }],
  })),
  actions: [],
};

async function addEditions(path: string): Promise<void> {
  const { deliveries, subscriptions, close } = await openState({ scheme: 'sqlite', location: path });
  for (const chat of CHATS) {
    const to = { platform: 'lines', chat };
    await subscriptions.save(makeSubscription({ id: `aaaaa${chat}`, to }), NOW);
    const id = `aaaaa${chat}@noon`;
    await deliveries.add([makeEdition(id, { subscription: `aaaaa${chat}`, to })], NOW);
    await deliveries.recordProgress(id, { view: digest, confirmedParts: [] });
  }
  await close();
}

/** Runs the program, and kills it so long after it sent so many texts; whether it came to its end before. */
async function run(
  args: readonly string[],
  kill: { texts: number; delayMs: number } | undefined,
  heard: Set<() => void>,
) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let texts = 0;
  const listen = (): void => {
    texts += 1;
    if (texts === kill?.texts) void sleep(kill.delayMs).then(() => child.kill('SIGKILL'));
  };
  heard.add(listen);
  const [code] = (await once(child, 'exit')) as [number | null];
  heard.delete(listen);
  return code === 0;
}

it('delivers digests on a third platform through kills: none lost, twice only what was in flight', async () => {
  const path = join(await temporaryFolder(), 'state.sqlite');
  const heard = new Set<() => void>();
  const service = await startLineService(createFastClock(20), async () => {
    for (const listen of heard) listen();
    await sleep(ANSWER_MS);
  });
  onTestFinished(service.stop);
  await addEditions(path);
  const kill = fc.record({
    texts: fc.integer({ min: 1, max: 4 }),
    delayMs: fc.integer({ min: 0, max: 2 * ANSWER_MS }),
  });
  const moments = fc.sample(kill, { numRuns: KILLS, seed: readSeed() });
  for (const moment of moments) await run([path, service.url], moment, heard);
  expect(await run([path, service.url], undefined, heard)).toBe(true);

  const { deliveries, close } = await openState({ scheme: 'sqlite', location: path });
  let doubled = 0;
  for (const chat of CHATS) {
    const delivery = await deliveries.get(`aaaaa${chat}@noon`);
    expect(delivery).toMatchObject({ outcome: 'sent' });
    const sent = service.sentTo(chat);
    const confirmed = sent.filter(({ id }) => delivery?.confirmedParts.flat().includes(String(id)));
    expect(confirmed.map(({ text }) => text)).toEqual(renderLines(digest, 'en'));
    doubled += sent.length - confirmed.length;
  }
  await close();
  // Each chat may have one text in flight when the process is killed.
  expect(doubled).toBeLessThanOrEqual(KILLS * CHATS.length);
  expect(service.violations).toEqual([]);
});
