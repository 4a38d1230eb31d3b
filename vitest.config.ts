import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { noUnexplainedSkips } from './test/fixtures/no-unexplained-skips.ts';

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== 'false';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // These take minutes: npm run test:faults.
    exclude: ['test/faults/**'],
    // Many tests wait for other processes: a worker more than there are cores keeps all of them busy.
    maxWorkers: availableParallelism() + 1,
    // Files share a worker and its modules: loading them again for each file took most of the time.
    isolate: false,
    // A hung test is ended; no test depends on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    allowOnly: false,
    reporters: inCi ? ['default', 'json', noUnexplainedSkips] : ['default'],
    outputFile: { json: 'coverage/test-report.json' },
  },
});
