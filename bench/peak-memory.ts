import { readInput } from './inputs.ts';
import { parsers } from './parsers.ts';

const [input = '', parser = ''] = process.argv.slice(2);
const parse = parsers[parser];
if (parse === undefined) throw new Error('usage: node bench/peak-memory.ts INPUT PARSER');

const files = readInput(input);
const before = process.resourceUsage().maxRSS;
for (const bytes of files) await parse(bytes);
const peak = process.resourceUsage().maxRSS;
process.stdout.write(
  `${JSON.stringify({ peakMegabytes: Math.round(peak / 1024), addedMegabytes: Math.round((peak - before) / 1024) })}\n`,
);
