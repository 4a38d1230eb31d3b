import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTick, type Tick, type TickOptions } from '../../../adapters/cron/tick.ts';

const START = Date.parse('2024-03-10T06:59:30.000Z');
const MINUTE = 60_000;

let nowMs: number;
let ticks: string[];
let reported: string[];
let warned: string[];
/** Timers of minutes that were begun and not stopped. */
let cronTasks: Set<() => void>;
let checks: Set<() => void>;

beforeEach(() => {
  nowMs = START;
  ticks = [];
  reported = [];
  warned = [];
  cronTasks = new Set();
  checks = new Set();
});

function create(
  everyMinute: TickOptions['everyMinute'] = async (at) => void ticks.push(at.toISOString().slice(11, 19)),
) {
  return createTick({
    everyMinute,
    report: (error) => reported.push(String(error)),
    warn: (line) => warned.push(line),
    clock: {
      now: () => new Date(nowMs),
      every(_ms, call) {
        checks.add(call);
        return () => checks.delete(call);
      },
    },
    minutes(call) {
      cronTasks.add(call);
      return { stop: () => void cronTasks.delete(call) };
    },
  });
}

/** Lets so much time pass, at whose end the timers of minutes go off, unless they have stalled, and the watchdog looks. */
async function pass(ms: number, { stalled = false } = {}): Promise<void> {
  await settle();
  nowMs += ms;
  if (!stalled) for (const call of [...cronTasks]) call();
  for (const call of [...checks]) call();
  await settle();
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

function start(tick: Tick): Tick {
  tick.start();
  return tick;
}

/** A tick that ends when it is told to. */
function slowTick() {
  const seen: Date[] = [];
  const ends: (() => void)[] = [];
  const tick = start(
    create((at) => {
      seen.push(at);
      return new Promise((done) => ends.push(done));
    }),
  );
  return { tick, seen, end: () => ends.shift()?.() };
}

describe('a tick', () => {
  it('comes at once, and as each minute begins', async () => {
    const tick = create();
    expect([...cronTasks, ...checks]).toEqual([]);
    tick.start();
    tick.start();
    await pass(30_000);
    await pass(MINUTE);
    expect(ticks).toEqual(['06:59:30', '07:00:00', '07:01:00']);
    expect(reported).toEqual([]);
    expect([cronTasks.size, checks.size]).toEqual([1, 1]);
  });

  it('reports what it failed of, and comes again', async () => {
    start(
      create(async (at) => {
        ticks.push(at.toISOString());
        throw new Error('out of reach');
      }),
    );
    await pass(MINUTE);
    expect(ticks).toHaveLength(2);
    expect(reported).toEqual(['Error: out of reach', 'Error: out of reach']);
  });

  it('never comes while one is running, and the next sees what was left out', async () => {
    const { seen, end } = slowTick();
    for (let minute = 0; minute < 5; minute += 1) await pass(MINUTE);
    expect(seen).toEqual([new Date(START)]);
    end();
    await pass(0);
    await pass(MINUTE);
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(seen.at(-1)?.getTime()).toBeGreaterThan(START + 4 * MINUTE);
    expect(reported).toEqual([]);
  });

  it('is waited for at the stop, and comes no more', async () => {
    const { tick, seen, end } = slowTick();
    let stopped = false;
    const stop = tick.stop().then(() => {
      stopped = true;
    });
    await pass(MINUTE);
    expect(stopped).toBe(false);
    end();
    await stop;
    expect(seen).toHaveLength(1);
    expect([cronTasks.size, checks.size]).toEqual([0, 0]);
  });

  it('can be stopped before it was started', async () => {
    await create().stop();
    expect(ticks).toEqual([]);
  });
});

describe('the watchdog', () => {
  it('begins anew where the timer stalls, ticks itself, and says so once', async () => {
    start(create());
    const stalled = [...cronTasks];
    await pass(MINUTE, { stalled: true });
    expect(warned).toEqual([]);
    await pass(40_000, { stalled: true });
    expect(ticks).toEqual(['06:59:30', '07:01:10']);
    expect([...cronTasks]).not.toEqual(stalled);
    expect(cronTasks.size).toBe(1);
    for (let minute = 0; minute < 10; minute += 1) await pass(MINUTE, { stalled: true });
    expect(ticks.length).toBeGreaterThanOrEqual(5);
    expect(warned).toEqual([expect.stringContaining('No minute was counted for 2 min')]);
  });

  it('says so again when it stalls again', async () => {
    start(create());
    await pass(2 * MINUTE, { stalled: true });
    await pass(MINUTE);
    await pass(2 * MINUTE, { stalled: true });
    expect(warned).toHaveLength(2);
  });

  it('ticks once after the machine slept, however long', async () => {
    start(create());
    await pass(24 * 60 * MINUTE, { stalled: true });
    expect(ticks).toEqual(['06:59:30', '06:59:30']);
    expect(warned).toEqual([expect.stringContaining('1440 min')]);
    await pass(MINUTE);
    expect(ticks).toHaveLength(3);
  });

  it('begins anew where the clock is set back', async () => {
    start(create());
    await pass(-60 * MINUTE, { stalled: true });
    expect(ticks).toEqual(['06:59:30', '05:59:30']);
    expect(warned).toEqual([expect.stringContaining('The clock went back by 60 min')]);
    await pass(MINUTE, { stalled: true });
    expect(ticks).toHaveLength(2);
  });

  it('takes a tick that is slow for no stall', async () => {
    const { seen } = slowTick();
    for (let minute = 0; minute < 30; minute += 1) await pass(MINUTE);
    expect(seen).toHaveLength(1);
    expect(warned).toEqual([]);
  });
});

describe('minutes by node-cron', () => {
  it('begin with the minutes of the clock, and end with the stop', async () => {
    vi.useFakeTimers({ now: START });
    onTestFinished(() => void vi.useRealTimers());
    const seen: string[] = [];
    const report = (error: unknown) => void reported.push(String(error));
    const tick = createTick({
      everyMinute: async (at) => void seen.push(at.toISOString().slice(11, 19)),
      report,
      warn: (line) => warned.push(line),
    });
    tick.start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(seen).toEqual(['06:59:30', '07:00:00', '07:01:00', '07:02:00']);
    // The machine sleeps for a day: no timer goes off, and then the watchdog is the first.
    vi.setSystemTime(START + 24 * 60 * MINUTE);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(seen).toHaveLength(5);
    expect([reported, warned]).toEqual([[], [expect.stringContaining('No minute was counted')]]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(seen).toHaveLength(6);
    await tick.stop();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(seen).toHaveLength(6);
  });
});
