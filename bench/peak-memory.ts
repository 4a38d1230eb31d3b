import { type Input, inputs, type Parser, parsers } from './inputs.ts';

const [input = '', parser = ''] = process.argv.slice(2);
if (!(input in inputs && parser in parsers)) throw new Error('usage: node bench/peak-memory.ts INPUT PARSER');

const files = inputs[input as Input]();
const before = process.resourceUsage().maxRSS;
for (const bytes of files) parsers[parser as Parser](bytes);
const peak = process.resourceUsage().maxRSS;
process.stdout.write(
  `${JSON.stringify({ peakMegabytes: Math.round(peak / 1024), addedMegabytes: Math.round((peak - before) / 1024) })}\n`,
);
