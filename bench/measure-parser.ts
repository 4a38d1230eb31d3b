import { parseArgs } from 'node:util';
import { measure } from './measure/outcome.ts';
import { comparePeers } from './measure/peers.ts';
import { readSamples } from './measure/read-samples.ts';
import { aggregate, renderDetails, renderTable } from './measure/report.ts';

const USAGE = 'usage: npm run --silent measure -- FOLDER [--group NAME]… [--details ID]… [--json] [--peers]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    group: { type: 'string', multiple: true },
    details: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    peers: { type: 'boolean' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const samples = (await readSamples(folder)).filter(({ id, group }) =>
  values.details ? values.details.some((part) => id.includes(part)) : (values.group?.includes(group) ?? true),
);
const outcomes = samples.map(measure);
const summaries = aggregate(outcomes);
if (values.json) process.stdout.write(`${JSON.stringify({ summaries, outcomes })}\n`);
else if (values.details) process.stdout.write(`${outcomes.map(renderDetails).join('\n')}\n`);
else process.stdout.write(`${renderTable(summaries)}\n`);
if (values.peers) process.stdout.write(`${await comparePeers(samples)}\n`);
