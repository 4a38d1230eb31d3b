import { parentPort } from 'node:worker_threads';
import { parseSnapshot } from '../../src/snapshot/parse.ts';

/** The other end of `startParser`: bytes come in, results go out, in the same order. */
parentPort?.on('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(parseSnapshot(bytes));
});
