import { parentPort } from 'node:worker_threads';
import { prepareResult } from '../../src/library/prepared-article.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';

/** The other end of `startParser`: bytes come in, results go out, in the same order. */
parentPort?.on('message', (bytes: Uint8Array) => {
  const result = prepareResult(parseSnapshot(bytes));
  parentPort?.postMessage(result, result.ok ? [result.article.packed.buffer] : []);
});
