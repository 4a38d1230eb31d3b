import { spawn } from 'node:child_process';
import process from 'node:process';

/** @type {readonly NodeJS.Signals[]} */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * What to run.
 * @typedef {object} Run
 * @property {string} node Node's binary.
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Replaces this process by that run, where the system and the running Node can do so; otherwise runs it as a child.
 * @param {Run} run
 */
export function runNode({ node, args, env }) {
  if (process.execve && process.platform !== 'win32') process.execve(node, [node, ...args], env);
  else runAsChild({ node, args, env });
}

/**
 * Runs it as a child that gets the same terminal and signals; this process then ends with the same exit code or signal.
 * @param {Run} run
 */
export function runAsChild({ node, args, env }) {
  const child = spawn(node, args, { env, stdio: 'inherit' });
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  child.on('error', ({ message }) => {
    process.stderr.write(`Node could not be started: ${message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const name of FORWARDED) process.off(name, forward);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}
