import { parseArgs } from 'node:util';
import { createCapturePage } from '../src/capture/capture-page.ts';
import { parseSnapshot } from '../src/snapshot/parse.ts';
import { alignColumns, percent } from './measure/report.ts';
import { type KnownPage, readPages } from './pages/read-pages.ts';
import { type PageScore, scorePage } from './pages/score-page.ts';

const USAGE = 'usage: npm run --silent measure:pages -- FOLDER [--half odd|even] [--details ID] [--misses]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string' }, details: { type: 'string' }, misses: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const pages = (await readPages(folder)).map((page, at) => ({ page, half: at % 2 === 0 ? 'even' : 'odd' }));
const chosen = pages.filter(
  ({ page, half }) => (values.half ?? half) === half && page.id.includes(values.details ?? ''),
);
const scores: { half: string; score: PageScore }[] = [];
for (const { page, half } of chosen) scores.push({ half, score: await measure(page) });
for (const { score } of scores) if (values.details || values.misses) process.stdout.write(renderMiss(score));
const halves = [...Map.groupBy(scores, ({ half }) => half)].map(([half, of]) =>
  row(
    half,
    of.map(({ score }) => score),
  ),
);
const head = ['half', 'pages', 'text F1', 'recall', 'precision', 'title', 'authors', 'day', 'minute'];
process.stdout.write(
  `${alignColumns([
    head,
    ...halves,
    row(
      'all',
      scores.map(({ score }) => score),
    ),
  ])}\n`,
);

async function measure(page: KnownPage): Promise<PageScore> {
  const headers = { 'content-type': 'text/html' };
  const capture = createCapturePage({
    fetch: (url) => {
      const isPage = url === page.url;
      const body = isPage ? page.bytes : new Uint8Array();
      return Promise.resolve({ url, movedTo: undefined, status: isPage ? 200 : 404, headers, body });
    },
  });
  try {
    const { text } = await capture({ url: page.url }, { now: new Date() });
    const parsed = parseSnapshot(new TextEncoder().encode(text));
    return scorePage(page, parsed.ok ? parsed.article : undefined);
  } catch (error) {
    process.stderr.write(`${page.id}: ${String(error)}\n`);
    return scorePage(page, undefined);
  }
}

function row(name: string, of: readonly PageScore[]): string[] {
  const mean = (values: readonly (number | boolean | null | undefined)[]) => {
    const known = values.filter((value) => value !== null && value !== undefined).map(Number);
    return percent(known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length);
  };
  const texts = of.map(({ text }) => text);
  return [
    name,
    String(of.length),
    mean(texts.map((text) => text?.f1)),
    mean(texts.map((text) => text?.recall)),
    mean(texts.map((text) => text?.precision)),
    ...(['title', 'authors', 'day', 'minute'] as const).map((key) => mean(of.map((score) => score[key]))),
  ];
}

function renderMiss({ id, title, authors, day, minute, text, found }: PageScore): string {
  const truth = pages.find(({ page }) => page.id === id)?.page.truth;
  const lines = [
    title === false ? `title: ${found.title}\n      wanted ${truth?.title}` : '',
    authors === false ? `authors: ${found.authors.join(' | ')}\n      wanted ${truth?.authors?.join(' | ')}` : '',
    day === false || minute === false ? `published: ${found.published}\n      wanted ${truth?.published}` : '',
    text && text.f1 < 0.95
      ? `text: F1 ${percent(text.f1)} recall ${percent(text.recall)} precision ${percent(text.precision)}`
      : '',
    values.details ? `${found.text}\n------ wanted\n${truth?.text}` : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? '' : `${id}\n${lines.map((line) => `   ${line}\n`).join('')}`;
}
