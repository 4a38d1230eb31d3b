import { defineCommand } from '../src/chat/command.ts';
import type { Library } from '../src/ports.ts';
import { searchView } from '../src/view/search-view.ts';

const HITS = 10;

/** `/search words`: the best matches, each with the section that matched. */
export const searchCommand = (library: Pick<Library, 'search'>) =>
  defineCommand({
    name: 'search',
    aliases: ['搜索', '搜尋'],
    summary: 'command.search',
    examples: 'examples.search',
    args: { words: { kind: 'text', summary: 'arg.words' } },
    async run({ words }, reader) {
      const hits = await library.search(words, HITS + 1);
      return searchView(words, { hits: hits.slice(0, HITS), more: hits.length > HITS }, reader);
    },
  });
