import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * The fault suite with ten times as many kills, half an hour of all kinds of trouble, and thousands of editions for two and for
 * four bots on each server. Arguments name the files to run, and choose tests as vitest does (`-t Redis`).
 */
const SOAK = {
  FAULTS_KILLS: '2000',
  FAULTS_CHAOS_SECONDS: '1800',
  FAULTS_INSTANCES: '2,4',
  FAULTS_INSTANCE_EDITIONS: '2000',
  FAULTS_INSTANCE_TROUBLES: '1000',
  FAULTS_INSTANCE_EVERY_MS: '30000',
};

const vitest = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
const suite = spawn(
  process.execPath,
  [vitest, 'run', '--config', 'vitest.faults.config.ts', ...process.argv.slice(2)],
  {
    env: { ...SOAK, ...process.env },
    stdio: 'inherit',
  },
);
suite.on('close', (code) => {
  process.exitCode = code ?? 1;
});
