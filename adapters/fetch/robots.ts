import robotsParser from 'robots-parser';
import type { Clock } from '../../src/clock.ts';
import { FetchError } from '../../src/web/fetch-error.ts';
import type { Fetcher } from './fetcher.ts';

/** What robots-parser is: a CommonJS package whose types describe an ES module. */
type ParseRobots = (
  address: string,
  text: string,
) => { isAllowed(url: string, agent: string): boolean | undefined; getCrawlDelay(agent: string): number | undefined };

const parseRobots = robotsParser as unknown as ParseRobots;

/** What a site says about robots: https://www.rfc-editor.org/rfc/rfc9309 */
export interface RobotsRules {
  isAllowed(url: string): boolean;
  /** The pause between requests that it asks for. */
  pauseMs: number;
  /** Why the rules cannot be read; nothing is allowed until they can. */
  failure?: FetchError;
}

/** Reads and remembers robots.txt of each site. */
export type ReadRobots = (site: URL) => Promise<RobotsRules>;

const KEEP_MS = 24 * 60 * 60_000;
/** What could not be read is tried again soon. */
const RETRY_MS = 10 * 60_000;
const MAX_BYTES = 512_000;
const MAX_SITES = 5000;
/** Some sites ask for minutes, which no reader keeps to. */
const MAX_PAUSE_MS = 30_000;

const BUSY = 'The site is too busy to say what robots may read.';
const EVERYTHING: RobotsRules = { isAllowed: () => true, pauseMs: 0 };

export function createRobots(fetch: Fetcher['fetch'], clock: Pick<Clock, 'monotonicMs'>): ReadRobots {
  const known = new Map<string, { rules: Promise<RobotsRules>; untilMs: number }>();
  return (site) => {
    const found = known.get(site.origin);
    if (found !== undefined && found.untilMs > clock.monotonicMs()) return found.rules;
    const entry = { rules: Promise.resolve(EVERYTHING), untilMs: clock.monotonicMs() + KEEP_MS };
    entry.rules = readRules(site.origin, fetch).then(({ rules, isCertain }) => {
      if (!isCertain) entry.untilMs = clock.monotonicMs() + RETRY_MS;
      return rules;
    });
    known.delete(site.origin);
    known.set(site.origin, entry);
    const [oldest] = known.keys();
    if (known.size > MAX_SITES && oldest !== undefined) known.delete(oldest);
    return entry.rules;
  };
}

/** A site whose rules cannot be read allows nothing for now; one that has none allows everything. */
async function readRules(origin: string, fetch: Fetcher['fetch']): Promise<{ rules: RobotsRules; isCertain: boolean }> {
  const address = `${origin}/robots.txt`;
  try {
    const { status, body } = await fetch(address, { maxBytes: MAX_BYTES });
    if (status >= 500 || status === 429)
      return { rules: nothing(new FetchError('unreachable', BUSY)), isCertain: false };
    if (status >= 400) return { rules: EVERYTHING, isCertain: true };
    return { rules: parse(address, new TextDecoder().decode(body)), isCertain: true };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const isUseless =
      error.code === 'too-many-redirects' || error.code === 'bad-response' || error.code === 'too-large';
    return { rules: isUseless ? EVERYTHING : nothing(error), isCertain: false };
  }
}

function nothing(failure: FetchError): RobotsRules {
  return { isAllowed: () => false, pauseMs: 0, failure };
}

function parse(address: string, text: string): RobotsRules {
  const robots = parseRobots(address, text);
  return {
    isAllowed: (url) => robots.isAllowed(url, 'Gazette') !== false,
    pauseMs: Math.min(MAX_PAUSE_MS, (robots.getCrawlDelay('Gazette') ?? 0) * 1000),
  };
}
