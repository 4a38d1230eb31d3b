import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../adapters/process/node-flags.mjs';
import { type Input, inputs, type Parser, parsers } from './inputs.ts';
import { measureSchedules } from './schedules.ts';
import { measureStores } from './stores.ts';

const RUNS = 5;

/** A line of figures: the fastest of five runs, which other load affects least, and the peak memory of a new process. */
function measure(input: Input, parser: Parser): Record<string, unknown> {
  const files = inputs[input]();
  const megabytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1024 ** 2;
  try {
    const seconds = Math.min(...Array.from({ length: RUNS }, () => time(files, parser)));
    return {
      input,
      parser,
      files: files.length,
      megabytes: round(megabytes),
      milliseconds: round(seconds * 1000),
      megabytesPerSecond: round(megabytes / seconds),
      articlesPerSecond: round(files.length / seconds),
      ...measureMemory(input, parser),
    };
  } catch (error) {
    return { input, parser, failed: error instanceof Error ? error.message.split('\n', 1)[0] : String(error) };
  }
}

/** Seconds of processor time, which other load hardly affects. */
function time(files: readonly Uint8Array[], parser: Parser): number {
  const before = process.cpuUsage();
  for (const bytes of files) parsers[parser](bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function measureMemory(input: Input, parser: Parser): object {
  const script = fileURLToPath(new URL('peak-memory.ts', import.meta.url));
  const output = execFileSync(process.execPath, [...nodeFlags, script, input, parser], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output) as object;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

for (const input of Object.keys(inputs) as Input[]) {
  for (const parser of Object.keys(parsers) as Parser[]) {
    process.stdout.write(`${JSON.stringify(measure(input, parser))}\n`);
  }
}
for (const line of measureSchedules()) process.stdout.write(`${JSON.stringify(line)}\n`);
for await (const line of measureStores()) process.stdout.write(`${JSON.stringify(line)}\n`);
for (const script of ['measure-suggest.ts', 'measure-discord-memory.ts']) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  execFileSync(process.execPath, [...nodeFlags, path], { stdio: 'inherit' });
}
