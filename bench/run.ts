import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { COMPARED_INPUTS, INPUTS } from './inputs.ts';
import { measureSpeed } from './measure-speed.ts';
import { OWN_PARSERS, PEERS } from './parsers.ts';
import { measureSchedules } from './schedules.ts';
import { measureStores } from './stores.ts';

const folders = process.argv.slice(2);

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function measureOthers(): Promise<void> {
  for (const line of measureSchedules()) print(line);
  for await (const line of measureStores()) print(line);
  for (const script of ['measure-suggest.ts', 'measure-discord-memory.ts']) {
    const path = fileURLToPath(new URL(script, import.meta.url));
    execFileSync(process.execPath, [...nodeFlags, path], { stdio: 'inherit' });
  }
}

for (const input of folders.length > 0 ? folders : INPUTS) {
  const isCompared = folders.length > 0 || COMPARED_INPUTS.includes(input);
  for (const line of measureSpeed(input, isCompared ? [...OWN_PARSERS, ...PEERS] : OWN_PARSERS)) print(line);
}
if (folders.length === 0) await measureOthers();
