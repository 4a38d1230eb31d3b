import { parseArgs } from 'node:util';
import { summarize } from '../src/summary/summarize.ts';
import { type ReferenceArticle, readArticles } from './summaries/articles.ts';
import { METHODS, summarizeByAll } from './summaries/methods.ts';
import { renderTable, type SummaryOutcome } from './summaries/report.ts';
import { measureRouge } from './summaries/rouge.ts';

const USAGE = 'usage: npm run --silent measure:summaries -- FOLDER [--half all|tune|report]… [--show ID]…';
const HALVES = ['all', 'tune', 'report'] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string', multiple: true }, show: { type: 'string', multiple: true } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

function measure(text: ReferenceArticle): SummaryOutcome {
  const summaries = summarizeByAll(text);
  const scores = METHODS.map((name) => [name, measureRouge(summaries[name], text.reference)] as const);
  return { text, scores: Object.fromEntries(scores) as SummaryOutcome['scores'] };
}

/** Articles a second, by processor time: the fastest of five runs over all. */
function speed(texts: readonly ReferenceArticle[]): number {
  const seconds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const { paragraphs, title } of texts) summarize(paragraphs, { title });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  });
  return Math.round(texts.length / Math.min(...seconds));
}

const texts = await readArticles(folder);
if (values.show) {
  for (const text of texts.filter(({ id }) => values.show?.some((part) => id.includes(part)))) {
    process.stdout.write(`${text.id} ${text.title ?? ''}\n  reference: ${text.reference}\n`);
    for (const [name, summary] of Object.entries(summarizeByAll(text))) process.stdout.write(`  ${name}: ${summary}\n`);
  }
} else {
  const outcomes = texts.map(measure);
  for (const half of HALVES.filter((one) => values.half?.includes(one) ?? true)) {
    process.stdout.write(`${renderTable(outcomes, half)}\n\n`);
  }
  process.stdout.write(`${speed(texts)} articles a second\n`);
}
