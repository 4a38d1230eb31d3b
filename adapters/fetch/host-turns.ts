import { type Clock, sleep } from '../../src/clock.ts';

/** Requests to the same host, one at a time and with a pause in between; hosts do not wait for each other. */
export interface HostTurns {
  run<Result>(host: string, request: () => Promise<Result>): Promise<Result>;
  /** Keeps requests to a host apart by this pause from now on. */
  slowDown(host: string, pauseMs: number): void;
}

interface Host {
  /** Resolves when the last request has ended. */
  last: Promise<unknown>;
  endedMs: number;
  waiting: number;
}

/** Starts with no host asked. */
export function createHostTurns(clock: Clock, pauseMs: number): HostTurns {
  const hosts = new Map<string, Host>();
  const pauses = new Map<string, number>();

  /** Forgets hosts whose pause is over, so that the map does not grow with every host of a link. */
  function forgetIdle(): void {
    for (const [name, { waiting, endedMs }] of hosts) {
      if (waiting === 0 && clock.monotonicMs() - endedMs >= (pauses.get(name) ?? pauseMs)) hosts.delete(name);
    }
  }

  return {
    run(name, request) {
      forgetIdle();
      const host = hosts.get(name) ?? { last: Promise.resolve(), endedMs: Number.NEGATIVE_INFINITY, waiting: 0 };
      hosts.set(name, host);
      host.waiting += 1;
      const turn = async () => {
        const readyMs = host.endedMs + (pauses.get(name) ?? pauseMs);
        if (readyMs > clock.monotonicMs()) await sleep(readyMs - clock.monotonicMs(), clock);
        return await request().finally(() => {
          host.endedMs = clock.monotonicMs();
          host.waiting -= 1;
        });
      };
      const result = host.last.then(turn);
      host.last = result.catch(() => undefined);
      return result;
    },
    slowDown(name, hostPauseMs) {
      pauses.set(name, Math.max(pauseMs, hostPauseMs));
    },
  };
}
