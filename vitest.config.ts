import process from 'node:process';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

const inCi = process.env['CI'] !== undefined && process.env['CI'] !== 'false';

/** Where a machine of the project's own checks it, a test that did not run is a failure. */
const nothingSkipped: Reporter = {
  onTestRunEnd(files) {
    const skipped = files.flatMap((file) => [...file.children.allTests('skipped')]);
    for (const test of skipped) process.stderr.write(`Skipped: ${test.module.relativeModuleId} › ${test.fullName}\n`);
    if (skipped.length > 0) process.exitCode = 1;
  },
};

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // These take minutes: npm run test:faults.
    exclude: ['test/faults/**'],
    // A hung test is ended; no test depends on how fast the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    allowOnly: false,
    reporters: inCi ? ['default', 'json', nothingSkipped] : ['default'],
    outputFile: { json: 'coverage/test-report.json' },
  },
});
