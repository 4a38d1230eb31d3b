import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Claim, createLead } from '../../../adapters/shared/lead.ts';

const SOON = { timeout: 20_000, interval: 1 };

let isOut: boolean;
let tries: number;
let kept: number;
let ended: number;
let reported: unknown[];
let losing: AbortController;

beforeEach(() => {
  isOut = false;
  [tries, kept, ended] = [0, 0, 0];
  reported = [];
});

async function openClaim(): Promise<Claim> {
  tries += 1;
  if (isOut) throw new Error('The server is gone.');
  losing = new AbortController();
  return {
    lost: losing.signal,
    take: async () => true,
    async keep() {
      kept += 1;
      throw new Error('The server is away for a moment.');
    },
    async end() {
      ended += 1;
    },
  };
}

/** Leads until the test ends. */
function lead(work: (signal: AbortSignal) => Promise<void>): void {
  const stopping = new AbortController();
  const leading = createLead({ openClaim, report: (error) => reported.push(error), everyMs: 1 });
  const done = leading('poll', work, { signal: stopping.signal });
  onTestFinished(async () => {
    stopping.abort();
    await done;
  });
}

it('reports an outage once, however often it tries, and the next one again', async () => {
  let led = 0;
  lead(async () => {
    led += 1;
  });
  for (const outages of [1, 2]) {
    isOut = true;
    tries = 0;
    await vi.waitFor(() => expect(tries).toBeGreaterThan(3), SOON);
    expect(reported).toHaveLength(outages);
    isOut = false;
    led = 0;
    await vi.waitFor(() => expect(led).toBeGreaterThan(1), SOON);
  }
});

it('keeps its claim while it works, whatever that takes, and ends it when it is lost', async () => {
  let stopped = 0;
  lead(async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    stopped += 1;
  });
  await vi.waitFor(() => expect(kept).toBeGreaterThan(3), SOON);
  expect([stopped, ended, reported]).toEqual([0, 0, []]);
  losing.abort();
  await vi.waitFor(() => expect([stopped, ended, tries]).toEqual([1, 1, 2]), SOON);
});

it('ends its claim, and reports it, if the work fails', async () => {
  lead(async () => {
    throw new Error('a bug');
  });
  await vi.waitFor(() => expect(tries).toBeGreaterThan(2), SOON);
  expect([ended >= 2, String(reported)]).toEqual([true, 'Error: a bug']);
});
