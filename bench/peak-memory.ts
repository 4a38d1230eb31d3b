import { type Input, inputs, type Reader, readers } from './subjects.ts';

const [input = '', reader = ''] = process.argv.slice(2);
if (!(input in inputs && reader in readers)) throw new Error('usage: node bench/peak-memory.ts INPUT READER');

const files = inputs[input as Input]();
const before = process.resourceUsage().maxRSS;
for (const bytes of files) readers[reader as Reader](bytes);
const peak = process.resourceUsage().maxRSS;
process.stdout.write(
  `${JSON.stringify({ peakMegabytes: Math.round(peak / 1024), addedMegabytes: Math.round((peak - before) / 1024) })}\n`,
);
