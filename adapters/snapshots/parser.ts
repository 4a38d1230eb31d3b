import { Worker } from 'node:worker_threads';
import type { PreparedResult } from '../../src/library/prepared-article.ts';

/** A parser in its own thread, so that the bot keeps answering. */
export interface Parser {
  /** Results have the order of the calls. Rejects only for the snapshot that crashed the thread. */
  parse(bytes: Uint8Array): Promise<PreparedResult>;
  /** Ends the thread. Pending calls reject. */
  close(): Promise<void>;
}

interface Waiting {
  bytes: Uint8Array;
  resolve(result: PreparedResult): void;
  reject(error: Error): void;
}

/** Enough for the largest snapshot. A large young generation would cost a hundred megabytes more. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };
const THREAD = new URL('./parse-thread.ts', import.meta.url);

/** Creates a parser. Its thread starts with the first snapshot, and restarts after a crash. `thread` is its code. */
export function startParser(thread: URL = THREAD): Parser {
  const waiting: Waiting[] = [];
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(thread, { resourceLimits: LIMITS });
    started.on('message', (result: PreparedResult) => {
      if (worker !== started) return;
      waiting.shift()?.resolve(result);
      if (waiting.length === 0) started.unref();
    });
    let died: unknown;
    started.on('error', (cause) => {
      died = cause;
    });
    // An error may overtake results, but the exit comes last. The first pending snapshot then caused the
    // crash.
    started.on('exit', () => {
      if (worker !== started) return;
      worker = undefined;
      waiting.shift()?.reject(new Error(reasonOf(died), { cause: died }));
      if (waiting.length > 0) worker = start();
      for (const { bytes } of waiting) worker?.postMessage(bytes);
    });
    return started;
  }

  return {
    parse: (bytes) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        waiting.push({ bytes, resolve, reject });
        worker.postMessage(bytes);
      }),
    async close() {
      const closing = worker;
      worker = undefined;
      for (const { reject } of waiting.splice(0)) reject(new Error('The parser was closed.'));
      await closing?.terminate();
    },
  };
}

/** https://nodejs.org/api/errors.html#err_worker_out_of_memory */
function reasonOf(died: unknown): string {
  const full = died instanceof Error && 'code' in died && died.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return full
    ? 'It has more parts than fit into memory. Split it, or remove what is not the article.'
    : 'The parser gave up.';
}
