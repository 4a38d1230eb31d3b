import type { Capture } from '../../src/capture/capture.ts';
import { CaptureError } from '../../src/capture/capture-error.ts';
import { toSafeJson } from '../../src/text/safe-json.ts';
import type { Log } from './log.ts';
import type { Writer } from './writer.ts';

export interface CapturePagesOptions {
  addresses: readonly string[];
  /** Rejects with `CaptureError`. */
  capture(url: string): Promise<Capture>;
  /** Resolves to the path of the file. */
  save(capture: Capture): Promise<string>;
  output: Writer;
  log: Pick<Log, 'error'>;
  describe(error: unknown): string;
}

type Outcome = { file: string } | { error: { code: string; message: string } };

/** Different hosts are asked at the same time. */
const MAX_CONCURRENT = 8;

/**
 * Captures pages and writes one line of JSON for each address, in order: the file, or why there is none. Returns whether
 * every page was captured.
 */
export async function capturePages(options: CapturePagesOptions): Promise<boolean> {
  const { addresses, output } = options;
  const running: Promise<Outcome>[] = [];
  let allCaptured = true;
  for (const [at, url] of addresses.entries()) {
    while (running.length < Math.min(addresses.length, at + MAX_CONCURRENT))
      running.push(captureOne(addresses[running.length] ?? '', options));
    const outcome = await running[at];
    const ok = outcome !== undefined && 'file' in outcome;
    allCaptured &&= ok;
    await output.write(`${toSafeJson({ url, ok, ...outcome })}\n`);
  }
  return allCaptured;
}

/** Never rejects. */
async function captureOne(url: string, { capture, save, log, describe }: CapturePagesOptions): Promise<Outcome> {
  try {
    return { file: await save(await capture(url)) };
  } catch (error) {
    if (error instanceof CaptureError) return { error: { code: error.code, message: error.message } };
    log.error(`${url}: ${describe(error)}`);
    return { error: { code: 'not-saved', message: 'The page could not be saved. Standard error has the reason.' } };
  }
}
