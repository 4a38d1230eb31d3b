import { describe, expect, it } from 'vitest';
import { createPollWatchdog } from '../../../adapters/telegram/updates/poll-watchdog.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const MINUTE = 60_000;

function start(isReachable: () => boolean) {
  const clock = createFakeClock();
  const failures: unknown[] = [];
  const watchdog = createPollWatchdog({
    clock,
    isReachable: async () => isReachable(),
    fail: (error) => void failures.push(error),
  });
  return { clock, failures, watchdog };
}

describe('the watchdog of polling', () => {
  it('ends the process if no poll was answered for a quarter of an hour', async () => {
    const { clock, failures } = start(() => true);
    await clock.pass(15 * MINUTE - 1);
    expect(failures).toEqual([]);
    await clock.pass(1);
    expect(String(failures[0])).toContain('No poll was answered for 15 minutes');
  });

  it('waits while Telegram is out of reach, and longer', async () => {
    let isReachable = false;
    const { clock, failures } = start(() => isReachable);
    await clock.pass(60 * MINUTE);
    expect(failures).toEqual([]);
    isReachable = true;
    await clock.pass(MINUTE);
    expect(failures).toHaveLength(1);
  });

  it('does nothing while polls are answered, or after its end', async () => {
    const { clock, failures, watchdog } = start(() => true);
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await clock.pass(10 * MINUTE);
      watchdog.heard();
    }
    watchdog.end();
    await clock.pass(60 * MINUTE);
    expect(failures).toEqual([]);
  });
});
