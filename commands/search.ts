import { readSearch } from '../src/arguments/read-search.ts';
import type { Article } from '../src/article/article.ts';
import { blockText } from '../src/article/block-text.ts';
import { fitButtonCommand } from '../src/chat/button-command.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { entryTimeMs } from '../src/library/entry.ts';
import type { Library, SearchHit } from '../src/library/library.ts';
import { noArticlesView } from '../src/presenters/list-view.ts';
import { searchView } from '../src/presenters/search-view.ts';
import { parseSince } from '../src/schedule/parse-since.ts';
import { fold } from '../src/text/terms/fold.ts';

const HITS = 10;
/** So many hits are read to leave out those with unwanted words. */
const MAX_FILTERED = 60;

interface SearchDeps extends PlatformLimits {
  library: Pick<Library, 'search' | 'article' | 'size'>;
  now: () => Date;
}

/** `/search words`: the best matches, ten a page, each with the section that matched; without those that have a `-word`. */
export const searchCommand = ({ library, maxButtonBytes, now }: SearchDeps) =>
  defineCommand({
    name: 'search',
    takesBareWords: true,
    summary: 'command.search',
    examples: 'examples.search',
    args: {
      words: { kind: 'text', summary: 'arg.words' },
      page: { kind: 'integer', summary: 'arg.page', optional: true, named: true },
    },
    async run({ words, page: named }, audience) {
      const sinceOf = (period: string) => parseSince(period, { now: now(), zone: audience.zone });
      const { query, unwanted, period, page: typed } = readSearch(words, (one) => sinceOf(one) !== undefined);
      const since = period === undefined ? undefined : sinceOf(period);
      const page = named ?? typed;
      const first = (page - 1) * HITS;
      const wanted = first + HITS + 1;
      const isFiltered = unwanted.length > 0 || since !== undefined;
      const matching = await library.search(query, isFiltered ? MAX_FILTERED : wanted);
      const recent = matching.filter(({ entry }) => since === undefined || entryTimeMs(entry) >= since.getTime());
      const found = await withoutWords(recent, unwanted, library);
      const hits = found.slice(first, wanted);
      if (hits.length === 0 && (await library.size()) === 0) return noArticlesView(audience);
      const asked = words.replace(/\s+page:\d+$/u, '');
      const toPage = (to: number) => fitButtonCommand(`/search ${asked} page:${to}`, maxButtonBytes);
      const moves = {
        previous: page > 1 ? toPage(page - 1) : undefined,
        next: hits.length > HITS ? toPage(page + 1) : undefined,
      };
      return searchView(asked, { hits: hits.slice(0, HITS), first, more: hits.length > HITS, moves }, audience);
    },
  });

async function withoutWords(
  hits: readonly SearchHit[],
  unwanted: readonly string[],
  library: Pick<Library, 'article'>,
): Promise<readonly SearchHit[]> {
  if (unwanted.length === 0) return hits;
  const words = unwanted.map(fold);
  const kept: SearchHit[] = [];
  for (const hit of hits) {
    const article = await library.article(hit.entry.id);
    const text = article === undefined ? '' : fold(textOf(article));
    if (!words.some((word) => text.includes(word))) kept.push(hit);
  }
  return kept;
}

function textOf({ title, sections }: Article): string {
  return [title, ...sections.flatMap((section) => [section.title ?? '', ...section.text.map(blockText)])].join('\n');
}
