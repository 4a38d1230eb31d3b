import { findSource, suggestSources } from '../src/arguments/find-source.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import type { Library } from '../src/library/library.ts';
import { listView } from '../src/presenters/list-view.ts';

const PAGE_SIZE = 10;

interface ArticlesDeps extends PlatformLimits {
  library: Pick<Library, 'newest' | 'sources'>;
}

/** `/articles source? page?`: the newest articles, ten a page. */
export const articlesCommand = ({ library, maxButtonBytes }: ArticlesDeps) =>
  defineCommand({
    name: 'articles',
    summary: 'command.articles',
    examples: 'examples.articles',
    args: {
      source: {
        kind: 'text',
        summary: 'arg.source',
        optional: true,
        suggest: (typing) => suggestSources(typing, library),
      },
      page: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ source: typed, page = 1 }, audience) {
      const source =
        typed === undefined ? undefined : await findSource(typed, library, { audience, again, maxButtonBytes });
      const found = await library.newest({
        ...(source !== undefined && { source }),
        offset: (page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
      });
      return listView({ ...found, source, page, size: PAGE_SIZE }, audience);
    },
  });

function again(source: string): string {
  return `/articles ${source}`;
}
