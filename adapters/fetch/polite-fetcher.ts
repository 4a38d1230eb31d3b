import type { Clock } from '../../src/clock.ts';
import { FetchError } from '../../src/web/fetch-error.ts';
import type { Fetcher, ScheduledFetch } from './fetcher.ts';
import { createHostTurns } from './host-turns.ts';
import { createRobots } from './robots.ts';

interface PoliteOptions {
  clock: Clock;
  /** Between two requests to one host, in milliseconds. */
  pauseMs?: number;
}

const PAUSE_MS = 2000;

/** A fetcher that keeps to what sites expect of robots. */
export interface PoliteFetcher extends Fetcher {
  /** Also in turn, but without asking robots.txt: for what a person named, such as a feed. */
  fetchInTurn: Fetcher['fetch'];
}

/**
 * A fetcher that sends one request at a time to each host, with a pause in between, and obeys robots.txt, at each redirect
 * too. Rejects with `FetchError` `disallowed` if the site does not want it.
 */
export function createPoliteFetcher(fetcher: Fetcher, { clock, pauseMs = PAUSE_MS }: PoliteOptions): PoliteFetcher {
  const turns = createHostTurns(clock, pauseMs);
  const inTurn: ScheduledFetch['schedule'] = (url, request) => turns.run(url.host, request);
  const robotsOf = createRobots((url, options) => fetcher.fetch(url, { ...options, schedule: inTurn }), clock);
  return {
    fetch: (url, options) =>
      fetcher.fetch(url, {
        ...options,
        async schedule(hop, request) {
          const rules = await robotsOf(hop);
          if (rules.failure !== undefined) throw rules.failure;
          if (!rules.isAllowed(hop.href))
            throw new FetchError('disallowed', 'The site does not want robots to read it.');
          turns.slowDown(hop.host, rules.pauseMs);
          return await inTurn(hop, request);
        },
      }),
    fetchInTurn: (url, options) => fetcher.fetch(url, { ...options, schedule: inTurn }),
    close: () => fetcher.close(),
  };
}
