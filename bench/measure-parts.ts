import { compareBorders, type Disagreement } from './parts/agreement.ts';
import { type Headed, readHeaded } from './parts/headed.ts';
import { type Way, ways } from './parts/ways.ts';
import { intervalOf } from './summaries/intervals.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run --silent measure:parts -- FOLDER\n');
  process.exit(2);
}

function disagreements(articles: readonly Headed[], way: Way): Disagreement[] {
  return articles.map((article) => compareBorders(article.borders, ways[way](article), article.blocks.length));
}

function toCell(values: readonly number[]): string {
  const { mean, low, high } = intervalOf([values]);
  return `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** Pk and WindowDiff of a way, and by how much less ours disagrees by Pk, article for article. */
function measure(articles: readonly Headed[], way: Way): string[] {
  const ours = disagreements(articles, 'ours');
  const all = disagreements(articles, way);
  const ahead = all.map(({ pk }, at) => pk - (ours[at]?.pk ?? 0));
  return [toCell(all.map(({ pk }) => pk)), toCell(all.map(({ windowDiff }) => windowDiff)), toCell(ahead)];
}

/** Only what is divided at all says where the cuts are. */
const divided = (await readHeaded(folder)).filter((article) => ways.ours(article).length > 0);
const bySource = [...Map.groupBy(divided, ({ source }) => source)].filter(([, members]) => members.length >= 20);
const groups = [
  ...['tune', 'report'].map((half) => [half, divided.filter((article) => article.half === half)] as const),
  ...bySource,
];
process.stdout.write('| articles | way | Pk | WindowDiff | ours ahead by (Pk) |\n| --- | --- | --- | --- | --- |\n');
for (const [name, members] of groups) {
  for (const way of Object.keys(ways) as Way[]) {
    process.stdout.write(`| ${name} (${members.length}) | ${way} | ${measure(members, way).join(' | ')} |\n`);
  }
}
