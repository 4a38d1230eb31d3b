import { defineCommand } from '../src/chat/command.ts';
import type { Library } from '../src/library/library.ts';
import { searchView } from '../src/presenters/search-view.ts';

const HITS = 10;

/** `/search words`: the best matches, each with the section that matched, in pages if the platform has them. */
export const searchCommand = (library: Pick<Library, 'search'>) =>
  defineCommand({
    name: 'search',
    takesBareWords: true,
    summary: 'command.search',
    examples: 'examples.search',
    args: {
      words: { kind: 'text', summary: 'arg.words' },
      page: { kind: 'integer', summary: 'arg.page', optional: true, named: true },
    },
    async run({ words, page = 1 }, audience) {
      const first = (page - 1) * HITS;
      const hits = (await library.search(words, first + HITS + 1)).slice(first);
      return searchView(words, { hits: hits.slice(0, HITS), first, more: hits.length > HITS }, audience);
    },
  });
