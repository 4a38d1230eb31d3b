import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Reader } from '../src/locales/reader.ts';
import type { Library } from '../src/ports.ts';
import { listView } from '../src/view/list-view.ts';

const PAGE_SIZE = 10;
const SOURCES_OFFERED = 12;

/** `/articles source? page?`: the newest articles, ten a page. */
export const articlesCommand = (library: Pick<Library, 'newest' | 'sources'>) =>
  defineCommand({
    name: 'articles',
    aliases: ['文章'],
    summary: 'command.articles',
    examples: 'examples.articles',
    args: {
      source: {
        kind: 'text',
        summary: 'arg.source',
        optional: true,
        suggest: (typed) => suggestSources(typed, library),
      },
      page: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ source: typed, page = 1 }, reader) {
      const source = typed === undefined ? undefined : await findSource(typed, library, reader);
      const found = await library.newest({
        ...(source !== undefined && { source }),
        offset: (page - 1) * PAGE_SIZE,
        limit: PAGE_SIZE,
      });
      return listView({ ...found, source, page, size: PAGE_SIZE }, reader);
    },
  });

/** The site someone means by its host or a piece of it. */
async function findSource(typed: string, library: Pick<Library, 'sources'>, { t }: Reader): Promise<string> {
  const sources = await library.sources();
  const wanted = hostOf(typed);
  const found = sources.filter(({ source }) => source.includes(wanted));
  const [only, ...others] = found.some(({ source }) => source === wanted) ? [{ source: wanted }] : found;
  if (only !== undefined && others.length === 0) return only.source;
  if (sources.length === 0) throw new UsageError(t('list.none'));
  const message =
    only === undefined ? t('list.unknownSource', { source: typed }) : t('list.whichSource', { source: typed });
  throw new UsageError(message, {
    actions: (only === undefined ? sources : found)
      .slice(0, SOURCES_OFFERED)
      .map(({ source }) => ({ label: source, role: 'contents', command: `/articles ${source.slice(0, 50)}` })),
  });
}

function hostOf(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/.*$/u, '')
    .replace(/^www\./u, '');
}

async function suggestSources(typed: string, library: Pick<Library, 'sources'>) {
  const sources = await library.sources();
  return sources
    .filter(({ source }) => source.includes(hostOf(typed.trim())))
    .slice(0, 25)
    .map(({ source, articles }) => ({ value: source, label: `${source} (${articles})` }));
}
