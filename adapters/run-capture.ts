import type { Clock } from '../src/clock.ts';
import { NO_METRICS } from '../src/metrics.ts';
import type { FetchSettings } from './fetch/settings.ts';
import { openWeb } from './open-web.ts';
import { type CapturePagesOptions, capturePages } from './process/capture-pages.ts';
import { saveSnapshot } from './snapshots/save-snapshot.ts';

interface RunCaptureOptions extends Omit<CapturePagesOptions, 'capture' | 'save'> {
  settings: FetchSettings;
  /** The folder for the snapshots. */
  folder: string;
  clock: Clock;
  signal: AbortSignal;
}

/** Saves pages of the web as snapshots. Resolves to the exit code. */
export async function runCapture({ settings, folder, clock, signal, ...rest }: RunCaptureOptions): Promise<number> {
  const web = openWeb(settings, { clock, metrics: NO_METRICS });
  const capture = (url: string) => web.capture({ url }, { now: new Date(clock.nowMs()), signal });
  const captured = await capturePages({ ...rest, capture, save: (one) => saveSnapshot(folder, one) });
  await web.close();
  return captured ? 0 : 1;
}
