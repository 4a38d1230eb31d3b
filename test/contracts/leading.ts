import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Claim, createLead } from '../../adapters/shared/lead.ts';
import type { SharedServer } from '../fixtures/shared-server.ts';

const SOON = { timeout: 20_000, interval: 20 };

/** The processes that lead a task now, in the order in which they began. */
let leading: string[];
/** The most of them that led at one time. */
let most: number;
/** The processes that have found another one leading. */
let waiting: Set<string>;

/** Starts a process that wants to do a task. */
export function startLeading(name: string, openClaim: (task: string) => Promise<Claim>, task = 'poll') {
  const stopping = new AbortController();
  const reported: unknown[] = [];
  const lead = createLead({ openClaim, report: (error) => void reported.push(error), everyMs: 100 });
  const work = async (signal: AbortSignal) => {
    leading.push(name);
    most = Math.max(most, leading.length);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    leading = leading.filter((one) => one !== name);
  };
  const ended = lead(task, work, { signal: stopping.signal, onWaiting: () => waiting.add(name) });
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  onTestFinished(stop);
  return { stop, reported };
}

/** Waits until these processes lead. */
export const leads = (...names: string[]) => vi.waitFor(() => expect(leading).toEqual(names), SOON);
/** Waits until these processes have found another one leading. */
export const waits = (...names: string[]) => vi.waitFor(() => expect(waiting).toEqual(new Set(names)), SOON);

/** Begins with nobody leading. */
export function resetLeading(): void {
  leading = [];
  most = 0;
  waiting = new Set();
}

/** What leading a task must do on a real server. */
export function leadingContract({ scheme, skipWithout, create, openClaim, cut }: SharedServer): void {
  describe('leading', () => {
    let address: string;
    const start = (name: string, task?: string) => startLeading(name, (claimed) => openClaim(address, claimed), task);
    skipWithout();
    beforeEach(async () => {
      resetLeading();
      address = await create();
    });

    it('is for one process at a time; the next takes over when it stops', async () => {
      const one = start('one');
      await leads('one');
      start('two');
      const other = start('other', 'another task');
      await leads('one', 'other');
      await waits('two');
      await one.stop();
      await leads('other', 'two');
      await other.stop();
      await leads('two');
      expect(one.reported).toEqual([]);
    });

    it('is for one process at a time, also when connections are cut', async () => {
      const one = start('one');
      await leads('one');
      start('two');
      let cuts = 0;
      for (let times = 0; times < 5; times += 1) {
        cuts += await cut(address);
        await vi.waitFor(() => expect(leading).toHaveLength(1), SOON);
      }
      expect(cuts).toBeGreaterThan(0);
      await one.stop();
      await leads('two');
      expect(most).toBe(1);
    });

    it('waits for a server that is away, and reports it once', async () => {
      address = `${scheme}://bot:hunter2@127.0.0.1:1/0`;
      const { reported, stop } = start('one');
      await vi.waitFor(() => expect(reported).toHaveLength(1), SOON);
      expect(reported).toMatchObject([{ name: 'StoreError', reason: 'server-lost' }]);
      expect(String(reported[0])).not.toContain('hunter2');
      await stop();
      expect([reported.length, leading]).toEqual([1, []]);
    });
  });
}
