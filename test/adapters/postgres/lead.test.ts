import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLead } from '../../../adapters/postgres/lead.ts';
import { openSession } from '../../../adapters/postgres/session.ts';
import { queryPostgres, skipWithoutPostgres, temporarySchema } from '../../fixtures/postgres.ts';

const SOON = { timeout: 20_000, interval: 20 };

/** The processes that lead a task now, in the order in which they began. */
let leading: string[];
/** The processes that have found another one leading. */
let waiting: Set<string>;
let url: string;

/** Starts a process that wants to do a task. */
function start(name: string, task = 'poll', to = url) {
  const stopping = new AbortController();
  const reported: unknown[] = [];
  const lead = createLead({
    label: 'test',
    openSession: () => openSession(to),
    report: (error) => reported.push(error),
    everyMs: 100,
  });
  const work = async (signal: AbortSignal) => {
    leading.push(name);
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

const leads = (...names: string[]) => vi.waitFor(() => expect(leading).toEqual(names), SOON);

describe('leading', () => {
  skipWithoutPostgres();
  beforeEach(async () => {
    leading = [];
    waiting = new Set();
    url = await temporarySchema();
  });

  it('is for one process at a time; the next takes over when it stops', async () => {
    const one = start('one');
    await leads('one');
    start('two');
    const other = start('other', 'another task');
    await leads('one', 'other');
    await one.stop();
    await leads('other', 'two');
    await other.stop();
    await leads('two');
    expect(one.reported).toEqual([]);
    expect(waiting).toEqual(new Set(['two']));
  });

  it('ends with its connection, before another one begins', async () => {
    const named = new URL(url);
    named.searchParams.set('application_name', 'gazette_lead_one');
    const one = start('one', 'poll', named.href);
    await leads('one');
    start('two');
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gazette_lead_one'`;
    let ended = 0;
    for (let times = 0; times < 5; times += 1) {
      ended += (await queryPostgres(end)).length;
      await vi.waitFor(() => expect(leading).toHaveLength(1), SOON);
    }
    expect(ended).toBeGreaterThan(0);
    await one.stop();
    await leads('two');
  });

  it('waits for a server that is away, and reports it once', async () => {
    const { reported, stop } = start('one', 'poll', 'postgres://bot:hunter2@127.0.0.1:1/gazette');
    await vi.waitFor(() => expect(reported).toHaveLength(1), SOON);
    expect(reported).toMatchObject([{ name: 'StoreError', reason: 'server-lost' }]);
    expect(String(reported[0])).not.toContain('hunter2');
    await stop();
    expect([reported.length, leading]).toEqual([1, []]);
  });
});
