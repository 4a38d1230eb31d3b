import type { Clock } from '../src/clock.ts';
import { type Metrics, NO_METRICS, type Reading } from '../src/metrics.ts';
import { createReadiness, type Readiness } from '../src/readiness.ts';
import type { Roles } from '../src/roles.ts';
import type { State } from '../src/state.ts';
import { takeReadings } from '../src/take-readings.ts';
import type { HttpSettings } from './http/settings.ts';
import { readVersion } from './process/read-version.ts';
import type { PlatformContext } from './shared/platform.ts';

/** How the process is watched from outside. */
export interface Operations {
  metrics: Metrics;
  readiness: Pick<Readiness, 'watch'>;
  serveAt: PlatformContext['serveAt'];
  /** From now on the bot serves these platforms. They stay connected if it chats. */
  begin(state: State, platforms: readonly { platform: string }[], roles: Roles): void;
}

interface OperationsOptions {
  clock: Clock;
  /** Aborts when the process stops. */
  signal: AbortSignal;
  say(line: string): void;
  report(error: unknown): void;
}

interface Served {
  state: State;
  platforms: readonly string[];
  connected: readonly string[];
}

/** Does some work, and answers meanwhile how it goes, if there are settings. Rejects with `ConfigError` if the port cannot be used. */
export async function withOperations<Result>(
  settings: HttpSettings | undefined,
  { clock, signal, say, report }: OperationsOptions,
  work: (operations: Operations) => Promise<Result>,
): Promise<Result> {
  const readiness = createReadiness({ clock, signal });
  if (settings === undefined)
    return await work({ metrics: NO_METRICS, readiness, serveAt: () => undefined, begin: () => undefined });
  const [{ createPrometheus }, { serveHttp }] = await Promise.all([
    import('./prometheus/metrics.ts'),
    import('./http/server.ts'),
  ]);
  const prometheus = createPrometheus();
  const handlers = new Map<string, (request: Request) => Promise<Response>>();
  let served: Served | undefined;
  const server = await serveHttp(settings, {
    reasons: readiness.reasons,
    handlerAt: (path) => handlers.get(path),
    report,
    async metrics() {
      const readings = await readEverything(served, { readiness, now: new Date(clock.nowMs()), report });
      return { text: await prometheus.text(readings), contentType: prometheus.contentType };
    },
  });
  say(`Health and metrics are at port ${server.address.port}: /healthz, /readyz, /metrics`);
  try {
    return await work({
      metrics: prometheus,
      readiness,
      serveAt: (path, handle) => void handlers.set(path, handle),
      begin(state, serving, roles) {
        const platforms = serving.map(({ platform }) => platform);
        const connected = roles.has('chat') ? platforms : [];
        served = { state, platforms, connected };
        const obstacle = () => state.obstacle?.();
        readiness.begin({ platforms: connected, checkStore: state.maintain, obstacle });
      },
    });
  } finally {
    await server.stop();
  }
}

interface ReadingContext {
  readiness: Pick<Readiness, 'isConnected'>;
  now: Date;
  report(error: unknown): void;
}

/** Without a store there are still the metrics of the process. */
async function readEverything(
  served: Served | undefined,
  { readiness, now, report }: ReadingContext,
): Promise<readonly Reading[]> {
  const build: Reading = { gauge: 'build', labels: { version: readVersion(), node: process.version }, value: 1 };
  if (served === undefined) return [build];
  const { state, platforms } = served;
  const connected = served.connected.map((platform): Reading => {
    return { gauge: 'connected', labels: { platform }, value: Number(readiness.isConnected(platform)) };
  });
  try {
    const stored = await takeReadings({ ...state, platforms, now });
    return [build, ...connected, { gauge: 'storeUp', labels: {}, value: 1 }, ...stored];
  } catch (error) {
    report(error);
    return [build, ...connected, { gauge: 'storeUp', labels: {}, value: 0 }];
  }
}
