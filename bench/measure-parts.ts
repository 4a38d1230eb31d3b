import { type HeadedArticle, readHeadedArticles } from './parts/headed-articles.ts';
import { type DivisionMethod, methods } from './parts/methods.ts';
import { measureSegmentation, type SegmentationError } from './parts/segmentation-error.ts';
import { intervalOf } from './summaries/intervals.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run --silent measure:parts -- FOLDER\n');
  process.exit(2);
}

function errorsOf(articles: readonly HeadedArticle[], method: DivisionMethod): SegmentationError[] {
  return articles.map((article) =>
    measureSegmentation(article.boundaries, methods[method](article), article.blocks.length),
  );
}

function toCell(values: readonly number[]): string {
  const { mean, low, high } = intervalOf([values]);
  return `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** Pk and WindowDiff of a method, and the paired difference of Pk to ours. */
function measure(articles: readonly HeadedArticle[], method: DivisionMethod): string[] {
  const ours = errorsOf(articles, 'ours');
  const all = errorsOf(articles, method);
  const ahead = all.map(({ pk }, at) => pk - (ours[at]?.pk ?? 0));
  return [toCell(all.map(({ pk }) => pk)), toCell(all.map(({ windowDiff }) => windowDiff)), toCell(ahead)];
}

/** Only divided articles have boundaries to compare. */
const divided = (await readHeadedArticles(folder)).filter((article) => methods.ours(article).length > 0);
const bySource = [...Map.groupBy(divided, ({ source }) => source)].filter(([, members]) => members.length >= 20);
const groups = [
  ...['tune', 'report'].map((half) => [half, divided.filter((article) => article.half === half)] as const),
  ...bySource,
];
process.stdout.write('| articles | method | Pk | WindowDiff | ours ahead by (Pk) |\n| --- | --- | --- | --- | --- |\n');
for (const [name, members] of groups) {
  for (const method of Object.keys(methods) as DivisionMethod[]) {
    process.stdout.write(`| ${name} (${members.length}) | ${method} | ${measure(members, method).join(' | ')} |\n`);
  }
}
