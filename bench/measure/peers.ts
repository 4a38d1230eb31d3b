import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'cheerio';
import { z } from 'zod';
import { compare } from './compare.ts';
import { EMPTY_EXTRACTION } from './extraction.ts';
import { measure, type ParserOutcome } from './outcome.ts';
import { keepReachable } from './reachable.ts';
import type { Sample } from './read-samples.ts';
import { aggregate, alignColumns, type GroupFigures, percent, renderCounts } from './report.ts';

/** Returns the HTML of the article that a general extractor finds in a page. */
type Extract = (page: string, url: string) => string;

const extracted = z.object({ content: z.string().nullish() }).nullish();
type Constructor = new (document: unknown, options?: object) => { parse(): unknown };

/**
 * Measures general extractors like ours; a table with a line for each group and extractor. They are no dependencies:
 * `@mozilla/readability`, `linkedom` and `defuddle` must be installed in `folder`.
 */
export function comparePeers(samples: readonly Sample[], folder: string | undefined): string {
  if (!folder) return 'Peers are skipped: set PEERS_DIR to a folder with @mozilla/readability, linkedom and defuddle.';
  const judged = samples.filter(({ expected }) => expected?.text || expected?.present.length);
  const peers = findPeers(folder);
  const rows = [['group', 'extractor', 'files', 'recall', 'prec', 'F1', 'wrong', 'paragraphs', 'passages', 'ms']];
  for (const members of Map.groupBy(judged, ({ group }) => group).values()) {
    rows.push(renderRow('gazette', aggregate(members.map(measure))));
    for (const [name, extract] of peers)
      rows.push(renderRow(name, aggregate(members.map((one) => runPeer(extract, one)))));
  }
  return alignColumns(rows);
}

function findPeers(folder: string): [string, Extract][] {
  const requirePeer = createRequire(join(folder, 'package.json'));
  const { parseHTML } = requirePeer('linkedom') as { parseHTML: (page: string) => { document: unknown } };
  const { Readability } = requirePeer('@mozilla/readability') as { Readability: Constructor };
  const Defuddle = requirePeer('defuddle') as Constructor;
  const contentOf = (peer: { parse(): unknown }) => extracted.parse(peer.parse())?.content ?? '';
  return [
    ['readability', (page) => contentOf(new Readability(parseHTML(page).document))],
    ['defuddle', (page, url) => contentOf(new Defuddle(parseHTML(page).document, { url }))],
  ];
}

function runPeer(extract: Extract, { id, group, bytes, expected }: Sample): ParserOutcome {
  const { page, url } = toPage(new TextDecoder().decode(bytes));
  const before = performance.now();
  const html = extract(page, url);
  const milliseconds = performance.now() - before;
  const text = toText(html);
  const blocks = text.split('\n').filter((line) => line.trim() !== '');
  const score = expected ? compare(keepReachable(expected, page), { ...EMPTY_EXTRACTION, text, blocks }) : null;
  return { id, group, milliseconds, failure: null, score };
}

/** Restores the page of a snapshot, without the header. */
function toPage(snapshot: string): { page: string; url: string } {
  const [, title, url] = /^\[(.*)\]\((\S+)\)/mu.exec(snapshot) ?? [];
  const body = snapshot.replace(/^[\s\S]*?\n-{3,}\r?\n/u, '');
  const page = `<!doctype html><html><head><title>${title ?? ''}</title></head><body>${body}</body></html>`;
  return { page, url: url ?? 'https://unknown.example/' };
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
