import type { CapturePage } from '../src/capture/capture.ts';
import { createCapturePage } from '../src/capture/capture-page.ts';
import type { Clock } from '../src/clock.ts';
import type { Metrics } from '../src/metrics.ts';
import type { FetchPage } from '../src/web/fetch-page.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { createPoliteFetcher } from './fetch/polite-fetcher.ts';
import type { FetchSettings } from './fetch/settings.ts';
import { readVersion } from './process/read-version.ts';

/** What reads the web: politely, and the public internet only. */
export interface Web {
  fetch: FetchPage;
  /** For what people named: in turn with other requests to the host, but whatever robots.txt says. */
  fetchInTurn: FetchPage;
  /** For what somebody waits for. */
  fetchAtOnce: FetchPage;
  capture: CapturePage;
  close(): Promise<void>;
}

/** Opens no connection before the first request. */
export function openWeb(settings: FetchSettings, { clock, metrics }: { clock: Clock; metrics: Metrics }): Web {
  const fetcher = createFetcher({
    ...settings,
    version: readVersion(),
    onRequest: (seconds, failure) => metrics.observe('fetching', { outcome: failure ?? 'ok' }, seconds),
  });
  const polite = createPoliteFetcher(fetcher, { clock });
  return { ...polite, fetchAtOnce: fetcher.fetch, capture: createCapturePage({ fetch: polite.fetch }) };
}
