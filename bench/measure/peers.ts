import { load } from 'cheerio';
import { type Extract, loadPeers, toPage } from '../load-peers.ts';
import { compare } from './compare.ts';
import { EMPTY_EXTRACTION } from './extraction.ts';
import { measure, type ParserOutcome } from './outcome.ts';
import { keepReachable } from './reachable.ts';
import type { Sample } from './read-samples.ts';
import { aggregate, alignColumns, type GroupFigures, percent, renderCounts } from './report.ts';

/** Measures general extractors like ours; a table with a line for each group and extractor. */
export async function comparePeers(samples: readonly Sample[]): Promise<string> {
  const peers = loadPeers();
  if (Object.keys(peers).length === 0) return 'Other extractors are skipped: run npm ci --prefix bench/peers first.';
  const judged = samples.filter(({ expected }) => expected?.text || expected?.present.length);
  const rows = [['group', 'extractor', 'files', 'recall', 'prec', 'F1', 'wrong', 'paragraphs', 'passages', 'ms']];
  for (const members of Map.groupBy(judged, ({ group }) => group).values()) {
    rows.push(renderRow('gazette', aggregate(members.map(measure))));
    for (const [name, extract] of Object.entries(peers)) {
      const outcomes: ParserOutcome[] = [];
      for (const one of members) outcomes.push(await runPeer(extract, one));
      rows.push(renderRow(name, aggregate(outcomes)));
    }
  }
  return alignColumns(rows);
}

async function runPeer(extract: Extract, { id, group, bytes, expected }: Sample): Promise<ParserOutcome> {
  const { page, url } = toPage(new TextDecoder().decode(bytes));
  const before = performance.now();
  const html = await extract(page, url);
  const milliseconds = performance.now() - before;
  const text = toText(html);
  const blocks = text.split('\n').filter((line) => line.trim() !== '');
  const score = expected ? compare(keepReachable(expected, page), { ...EMPTY_EXTRACTION, text, blocks }) : null;
  return { id, group, milliseconds, failure: null, score };
}

function toText(html: string): string {
  return load(html.replace(/<(?=\/?(?:p|div|li|h\d|tr|figcaption|figure|blockquote|pre|br|dt|dd)\b)/gu, '\n<')).text();
}

function renderRow(name: string, [summary]: readonly GroupFigures[]): string[] {
  if (!summary) return [];
  const shares = [summary.recall, summary.precision, summary.f1, summary.wronglyKept].map(percent);
  const lists = [summary.lists.paragraphs, summary.lists.passages].map(renderCounts);
  return [summary.group, name, String(summary.files), ...shares, ...lists, summary.milliseconds.toFixed(0)];
}
