import { type Clock, sleep } from '../clock.ts';

/** Work that becomes due item by item. */
export interface DueWork<Item> {
  /** Due items after an id, sorted by it. */
  page(after: string, limit: number): Promise<readonly Item[]>;
  idOf(item: Item): string;
  hostOf(item: Item): string;
  run(item: Item): Promise<void>;
}

interface LoopOptions {
  clock: Pick<Clock, 'after'>;
  /** How many items are worked on at once, in all and of one host. */
  concurrency: number;
  perHost: number;
  signal: AbortSignal;
  report(error: unknown): void;
}

/** A running loop. */
export interface DueLoop {
  /** Looks for due items at once. */
  wake(): void;
  /** Settles after the signal has aborted and the running items have ended. */
  done: Promise<void>;
}

const PAGE = 100;
const IDLE_MS = 1000;

/**
 * Works on what is due until the signal aborts. Items take turns in the order of their ids, and those of a busy host wait, so
 * that no host and no item keeps the others waiting. An item that fails is reported.
 */
export function startDueLoop<Item>(work: DueWork<Item>, options: LoopOptions): DueLoop {
  const { clock, concurrency, perHost, signal, report } = options;
  const running = new Map<string, { host: string; ended: Promise<void> }>();
  let cursor = '';
  let idle = new AbortController();

  function mayRun(item: Item): boolean {
    if (running.has(work.idOf(item))) return false;
    const host = work.hostOf(item);
    return [...running.values()].filter((one) => one.host === host).length < perHost;
  }

  function begin(item: Item): void {
    const id = work.idOf(item);
    const ended = work
      .run(item)
      .catch(report)
      .finally(() => {
        running.delete(id);
        idle.abort();
      });
    running.set(id, { host: work.hostOf(item), ended });
  }

  /** Begins what may run, in one turn through all that is due. */
  async function fill(): Promise<void> {
    for (let turns = 0; turns < 2 && running.size < concurrency && !signal.aborted; ) {
      const page = await work.page(cursor, PAGE);
      for (const item of page) {
        if (running.size >= concurrency) return;
        cursor = work.idOf(item);
        if (mayRun(item)) begin(item);
      }
      if (page.length === PAGE) continue;
      cursor = '';
      turns += 1;
    }
  }

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      idle = new AbortController();
      await fill().catch(report);
      await sleep(IDLE_MS, clock, AbortSignal.any([idle.signal, signal]));
    }
    await Promise.all([...running.values()].map(({ ended }) => ended));
  }

  return { wake: () => idle.abort(), done: loop() };
}
