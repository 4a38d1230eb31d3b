import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openState } from '../adapters/stores.ts';
import { createSuggest } from '../src/arguments/suggest/suggest.ts';
import { openLibrary } from '../src/library/open-library.ts';
import { prepareArticle } from '../src/library/prepared-article.ts';
import type { ParsedFile } from '../src/library/store.ts';
import { parseSnapshot } from '../src/snapshot/parse.ts';
import { fold } from '../src/text/terms/fold.ts';
import { generateSnapshot } from './generate.ts';
import { scaled } from './scale.ts';

const ARTICLES = Number(process.env['ARTICLES'] ?? scaled(100_000));
const PARAGRAPHS = 13;
const BATCH = 500;
const TIMES = scaled(100);
const LIMIT = 25;
const HITS = 10;

/** Generates and parses an article; every second one is in English. */
function generateParsedFile(seed: number): ParsedFile {
  const bytes = generateSnapshot(seed, PARAGRAPHS, seed % 2 === 0 ? 'zh' : 'en');
  const parsed = parseSnapshot(bytes);
  if (!parsed.ok) throw new Error(`A generated snapshot was refused: ${parsed.error.message}`);
  const record = { file: `${seed}.md`, size: bytes.byteLength, mtimeMs: 0, parserVersion: 'bench' };
  const article = prepareArticle(parsed.article);
  return { ...record, capture: { bytes: `bytes${seed}`, article, at: new Date(0).toISOString() } };
}

/** Milliseconds of a query: the first run, without warm-up, the median and the longest but one in a hundred. */
async function measure(name: string, query: string, run: () => Promise<readonly unknown[]>) {
  const times: number[] = [];
  let found = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const before = performance.now();
    found = (await run()).length;
    times.push(performance.now() - before);
  }
  const [first = 0] = times;
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (TIMES - 1))] ?? 0;
  const figures = { first, median: at(0.5), p99: at(0.99) };
  const rounded = Object.entries(figures).map(([key, value]) => [`${key}Milliseconds`, Number(value.toPrecision(3))]);
  process.stdout.write(
    `${JSON.stringify({ [name]: query, articles: ARTICLES, found, ...Object.fromEntries(rounded) })}\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'gazette-bench-'));
const state = await openState({ scheme: 'sqlite', location: join(folder, 'state.sqlite') });
const { library, keywords } = openLibrary(state.articles);
try {
  for (let from = 0; from < ARTICLES; from += BATCH) {
    await state.articles.save(
      Array.from({ length: Math.min(BATCH, ARTICLES - from) }, (_, at) => generateParsedFile(from + at)),
    );
  }
  const suggest = createSuggest(library, fold);
  const [newest] = (await library.newest({ offset: 0, limit: 1 })).entries;
  const args = { article: newest?.id ?? '' };
  const articles = [
    '',
    newest?.id ?? '',
    'ha',
    'harb',
    'harbour orch',
    'bridge music mark',
    '图书',
    '图书馆居民报告',
    '河',
    'zebra',
  ];
  for (const typed of articles) await measure('suggest', typed, () => suggest.articles(typed, LIMIT));
  await measure('suggest', 'section: ', () =>
    suggest.sections({ typed: '', given: args, language: 'en', limit: LIMIT }),
  );
  await measure('suggest', 'section: 1', () =>
    suggest.sections({ typed: '1', given: args, language: 'en', limit: LIMIT }),
  );
  for (const words of ['harbour', 'harbour orchard', 'bridge music market', '图书馆', '图书馆居民报告', 'zebra'])
    await measure('search', words, () => library.search(words, HITS));
  const article = await library.article(args.article);
  if (article === undefined) throw new Error('The newest article is not there.');
  await measure('of an article', 'keywords', () => keywords.of(article));
  await measure('of an article', 'related', () => keywords.related(article, 5));
  await measure('of all articles', 'topics', () => keywords.current(25));
} finally {
  await state.close();
  rmSync(folder, { recursive: true });
}
