import { readInput } from './inputs.ts';
import { type Parse, parsers } from './parsers.ts';
import { scaled } from './scale.ts';

const ROUNDS = 6;
/** A slow parser has fewer rounds. */
const MAX_SECONDS = scaled(4);
/** A few files are read over and over, until a round has this many. */
const MIN_DOCUMENTS = scaled(100);
/** A larger input is read once in a round. */
const MAX_REPEATED_BYTES = 2_000_000;

const [input = '', parser = ''] = process.argv.slice(2);
const parse = parsers[parser];
if (parse === undefined) throw new Error('usage: node bench/measure-process.ts INPUT PARSER');

/** Seconds of processor time to read all files once. */
async function time(files: readonly Uint8Array[], read: Parse): Promise<number> {
  const before = process.cpuUsage();
  for (const bytes of files) await read(bytes);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** The figures of one parser; the memory is that of the first reading. */
async function measure(files: readonly Uint8Array[], read: Parse): Promise<object> {
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const before = peakMegabytes();
  let fastest = await time(files, read);
  const peak = peakMegabytes();
  const times = bytes > MAX_REPEATED_BYTES ? 1 : Math.ceil(MIN_DOCUMENTS / files.length);
  const repeated = Array.from({ length: times }, () => files).flat();
  let total = 0;
  for (let round = 1; round < ROUNDS && total < MAX_SECONDS; round += 1) {
    const seconds = await time(repeated, read);
    total += seconds;
    fastest = Math.min(fastest, seconds / times);
  }
  const megabytes = bytes / 1024 ** 2;
  return { files: files.length, megabytes, seconds: fastest, peakMegabytes: peak, addedMegabytes: peak - before };
}

try {
  process.stdout.write(JSON.stringify(await measure(readInput(input), parse)));
} catch (error) {
  const failed = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  process.stdout.write(JSON.stringify({ failed }));
}
