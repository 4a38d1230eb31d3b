import type { Article } from '../article/article.ts';
import { finish, type Steps } from '../text/steps.ts';
import { foldedRunsOf, titleTokensOf, tokenize, tokensOf } from '../text/terms/tokenize.ts';
import { startOfText } from './content.ts';

/** The search tokens of an article, separated by spaces, in fields of different rank. */
export interface IndexedText {
  title: string;
  headings: string;
  text: string;
}

/** How much of an article is searchable, in UTF-16 units: a novel, which SQLite indexes in half a second. */
const MAX_INDEXED_UNITS = 500_000;
const MAX_HEADING_UNITS = 50_000;

/** So many units of text are tokenized in one step. */
const STEP_UNITS = 20_000;

/** The search tokens that an article is indexed by. The end of a very long text is not indexed. */
export function indexedTextOf(article: Article): IndexedText {
  return finish(indexedTextSteps(article));
}

/** As `indexedTextOf`, in steps. */
export function* indexedTextSteps({ title, authors, sections }: Article): Steps<IndexedText> {
  const headings = sections.flatMap((section) => section.title ?? []).join('\n');
  const names = authors.join('\n').slice(0, MAX_HEADING_UNITS);
  const texts = [tokensOf(names)];
  let units = 0;
  for (const text of startOfText(sections, MAX_INDEXED_UNITS)) {
    texts.push(yield* tokenSteps(text));
    units += text.length;
    if (units < STEP_UNITS) continue;
    units = 0;
    yield;
  }
  return {
    title: titleTokensOf(title.slice(0, MAX_HEADING_UNITS)),
    headings: titleTokensOf(headings.slice(0, MAX_HEADING_UNITS)),
    text: texts.join(' '),
  };
}

/** As `tokensOf`, in steps. */
function* tokenSteps(text: string): Steps<string> {
  const tokens: string[] = [];
  let units = 0;
  for (const run of foldedRunsOf(text)) {
    for (const token of tokenize(run)) tokens.push(token);
    units += run.text.length;
    if (units < STEP_UNITS) continue;
    units = 0;
    yield;
  }
  return tokens.join(' ');
}
