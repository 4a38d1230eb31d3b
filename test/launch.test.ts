import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { createPlace, type Place } from './end-to-end/process.ts';

const root = resolve(import.meta.dirname, '..');
const LAUNCHER = resolve(root, 'src/launch.mjs');
const AS_CHILD = fileURLToPath(new URL('./fixtures/processes/run-as-child.ts', import.meta.url));

let place: Place;

beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

const launch = (...args: string[]) => place.startOther(process.execPath, [LAUNCHER, ...args]);
/** As where the running Node cannot be replaced: Windows, Node 20. */
const runAsChild = (...args: string[]) => runOtherAsChild(process.execPath, ...args);
const runOtherAsChild = (node: string, ...args: string[]) =>
  place.startOther(process.execPath, [AS_CHILD, node, ...args]);

/** A program that says what it was given, waits, and ends as its input or a signal tells it. */
const PROGRAM = `
console.log(JSON.stringify({ flags: process.execArgv, args: process.argv.slice(2) }));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => { console.log(name); process.exit(40); });
}
process.stdin.on('data', (line) => {
  const told = String(line).trim();
  if (told.startsWith('SIG')) process.kill(process.pid, told);
  else process.exit(Number(told));
});
console.log('ready');
`;

describe.each([
  ['the launcher', launch],
  ['a child of it', runAsChild],
])('%s', (_name, start) => {
  const open = async (...args: string[]) => {
    await place.put({ 'program.mjs': PROGRAM });
    const run = start(resolve(place.folder, 'program.mjs'), ...args);
    await run.shows('ready');
    return run;
  };

  it('passes on the arguments unchanged, and the exit code', async () => {
    const { child, ended } = await open('a b', '--flag', '', '"$x"');
    child.stdin.end('7\n');
    const { out, err, code } = await ended;
    expect(JSON.parse(out.split('\n')[0] ?? '')).toEqual({ flags: [], args: ['a b', '--flag', '', '"$x"'] });
    expect([err, code]).toEqual(['', 7]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'hands on %s, and ends as the program then does',
    async (signal) => {
      const { child, ended } = await open();
      child.kill(signal);
      const { out, code } = await ended;
      expect(out).toMatch(new RegExp(`ready\n${signal}\n$`));
      expect(code).toBe(40);
    },
  );

  it('ends with the same signal as the program', async () => {
    const { child, ended } = await open();
    child.stdin.write('SIGKILL\n');
    expect((await ended).code).toBeNull();
    expect(child.signalCode).toBe('SIGKILL');
  });
});

describe('a child of the launcher', () => {
  it('may be missing, which is reported as a failure', async () => {
    const { out, err, code } = await runOtherAsChild('/nowhere/node').ended;
    expect(err).toMatch(/^Node could not be started: .+\n$/u);
    expect([out, code]).toEqual(['', 1]);
  });
});

describe('the launcher', () => {
  it("gives the project's own programs the flags that keep memory small", async () => {
    await place.put({ 'flags.ts': 'console.log(process.execArgv.join(" "))' });
    const { ended } = launch(resolve(place.folder, 'flags.ts'));
    expect((await ended).out).toBe(`${nodeFlags.join(' ')}\n`);
  });

  it('says so if there is no such program', async () => {
    const { ended } = launch('node_modules/nothing/here.mjs');
    expect(await ended).toMatchObject({
      err: 'There is no node_modules/nothing/here.mjs. If it belongs to a package, run "npm ci".\n',
      code: 1,
    });
  });

  it('starts every script that needs the bundled Node, and the image', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const bare = Object.entries(scripts).filter(([, script]) => /\bnode\b(?! src\/launch\.mjs )|^vitest/u.test(script));
    expect(bare).toEqual([]);
    expect(readFileSync(resolve(root, 'Dockerfile'), 'utf8')).toContain('["node", "src/launch.mjs", "src/main.ts"]');
  });
});
