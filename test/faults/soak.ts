import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The fault suite with ten times as many kills, and half an hour of all kinds of trouble. */
const SOAK = { FAULTS_KILLS: '2000', FAULTS_CHAOS_SECONDS: '1800' };

const vitest = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
const suite = spawn(process.execPath, [vitest, 'run', '--config', 'vitest.faults.config.ts'], {
  env: { ...SOAK, ...process.env },
  stdio: 'inherit',
});
suite.on('close', (code) => {
  process.exitCode = code ?? 1;
});
