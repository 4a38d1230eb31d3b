import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../../adapters/redis/database.ts';
import { createLead } from '../../../adapters/redis/lead.ts';
import { parseLocation } from '../../../adapters/redis/location.ts';
import { cutConnections, redisDatabase, skipWithoutRedis, temporaryStore } from '../../fixtures/redis.ts';

const SOON = { timeout: 20_000, interval: 20 };
const LEASE_MS = 3000;

/** The processes that lead a task now, in the order in which they began. */
let leading: string[];
/** The processes that have found another one leading. */
let waiting: Set<string>;
let url: string;

/** Starts a process that wants to do a task. */
function start(name: string, task = 'poll', to = url) {
  const stopping = new AbortController();
  const reported: unknown[] = [];
  const database = openDatabase(parseLocation(to));
  const report = (error: unknown) => void reported.push(error);
  const lead = createLead({ database, report, everyMs: 100, leaseMs: LEASE_MS });
  const work = async (signal: AbortSignal) => {
    leading.push(name);
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    leading = leading.filter((one) => one !== name);
  };
  const ended = lead(task, work, { signal: stopping.signal, onWaiting: () => waiting.add(name) });
  const stop = async () => {
    stopping.abort();
    await ended;
    await database.close();
  };
  onTestFinished(stop);
  return { stop, reported };
}

const leads = (...names: string[]) => vi.waitFor(() => expect(leading).toEqual(names), SOON);

describe('leading', () => {
  skipWithoutRedis();
  beforeEach(async () => {
    leading = [];
    waiting = new Set();
    url = await temporaryStore();
  });

  it('is for one process at a time; the next takes over when it stops', async () => {
    const one = start('one');
    await leads('one');
    start('two');
    const other = start('other', 'another task');
    await leads('one', 'other');
    await vi.waitFor(() => expect(waiting).toEqual(new Set(['two'])), SOON);
    await one.stop();
    await leads('other', 'two');
    await other.stop();
    await leads('two');
    expect(one.reported).toEqual([]);
  });

  it('goes on after a cut connection', async () => {
    const { reported } = start('one');
    await leads('one');
    start('two');
    for (let cut = 0; cut === 0; ) cut = await cutConnections(url);
    await vi.waitFor(() => expect(waiting).toEqual(new Set(['two'])), SOON);
    expect([leading, reported]).toEqual([['one'], []]);
  });

  it('ends when the lease is gone, and another process may begin', async () => {
    const { reported } = start('one');
    await leads('one');
    const database = redisDatabase(url);
    await database.call('SET', database.key('lead:poll'), 'somebody else');
    await leads();
    await database.call('DEL', database.key('lead:poll'));
    await leads('one');
    expect(reported).toEqual([]);
  });

  it('waits for a server that is away, and reports it once', async () => {
    const { reported, stop } = start('one', 'poll', 'redis://bot:hunter2@127.0.0.1:1/0');
    await vi.waitFor(() => expect(reported).toHaveLength(1), SOON);
    expect(reported).toMatchObject([{ name: 'StoreError', reason: 'server-lost' }]);
    expect(String(reported[0])).not.toContain('hunter2');
    await stop();
    expect([reported.length, leading]).toEqual([1, []]);
  });
});
