import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { withCompileCache } from '../../adapters/process/compile-cache.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** The program's entry point. */
export const MAIN = resolve(ROOT, 'src/main.ts');

/** A run that has ended. */
export interface Ended {
  out: string;
  err: string;
  code: number | null;
}

/** A run that goes on. */
export interface Running {
  child: ChildProcessWithoutNullStreams;
  /** Resolves once the output, from where the last wait found its text, has all of this in it. */
  shows(text: string): Promise<void>;
  ended: Promise<Ended>;
}

interface RunOptions {
  env?: Record<string, string>;
  input?: string;
}

/** A folder of its own in which the program runs, without any setting of the machine's. */
export interface Place {
  folder: string;
  /** Writes files under the folder. */
  put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Starts `node src/main.ts …`. */
  start(args: readonly string[], env?: Record<string, string>): Running;
  /** Starts any other program there, with the same environment. */
  startOther(command: string, args: readonly string[], env?: Record<string, string>): Running;
  /** Runs `node src/main.ts …` to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Kills what still runs there, then deletes the folder. */
  remove(): Promise<void>;
}

/** What still runs in all places. */
const children = new Set<ChildProcessWithoutNullStreams>();
const killAll = () => {
  for (const child of children) child.kill('SIGKILL');
};
// A test that fails may end before it removes its place. vitest ends its workers by a signal.
process.once('exit', killAll);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });
}

/** Makes an empty place. */
export async function createPlace(): Promise<Place> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'gazette-run-')));
  const running = new Set<Running>();
  const startOther: Place['startOther'] = (command, args, env = {}) => {
    const child = spawn(command, args, { cwd: folder, env: withCompileCache({ ...environment(), ...env }, ROOT) });
    const started = follow(child);
    running.add(started);
    children.add(child);
    child.once('exit', () => {
      running.delete(started);
      children.delete(child);
    });
    return started;
  };
  const start: Place['start'] = (args, env) => startOther(process.execPath, [MAIN, ...args], env);
  return {
    folder,
    start,
    startOther,
    async put(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), content);
      }
    },
    async run(args, { env, input = '' } = {}) {
      const { child, ended } = start(args, env);
      child.stdin.end(input);
      return await ended;
    },
    async remove() {
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.allSettled([...running].map(({ ended }) => ended));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function environment() {
  return { PATH: process.env['PATH'] ?? '', TZ: 'UTC', LANG: 'C.UTF-8', TERM: 'xterm', WEB_PORT: '0' };
}

/** On a slow machine, the bot says how far it has read. */
const PROGRESS = /^[^\n:：]+[:：] ?[\d,]+ (?:of|\/) [\d,]+\n/gmu;

function follow(child: ChildProcessWithoutNullStreams): Running {
  const said = { out: '', err: '' };
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  // A program that ends early closes its input: that shows in how it ended.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail).once('close', (code) => done({ ...said, err: said.err.replace(PROGRESS, ''), code }));
  });
  let read = 0;
  const shows = (text: string) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        const at = said.out.indexOf(text, read);
        if (at < 0) return;
        read = at + text.length;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
      void ended.then(() => fail(new Error(`ended without ${text}: ${said.out}${said.err}`)));
    });
  return { child, shows, ended };
}
