import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { noUnexplainedSkips } from './test/fixtures/no-unexplained-skips.ts';

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== 'false';
const HOUR_MS = 3_600_000;

/** The fault suite: the real bot, killed and hindered. It takes minutes, and hours where it soaks, so it is not in `npm test`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 4 * HOUR_MS,
    hookTimeout: HOUR_MS,
    // One after the other: each of them uses the whole machine.
    fileParallelism: false,
    passWithNoTests: false,
    allowOnly: false,
    // What a run says of itself is part of its result.
    disableConsoleIntercept: true,
    reporters: inCi ? ['default', 'json', noUnexplainedSkips] : ['default'],
    outputFile: { json: 'coverage/faults-report.json' },
  },
});
