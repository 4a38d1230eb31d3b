import type { OwnEntry, OwnFeed } from '../../../src/feed/compose-feed.ts';
import { entryTimeMs } from '../../../src/library/entry.ts';
import { createAudience } from '../../../src/locales/audience.ts';
import { escapeHtml } from '../preview/escape-html.ts';
import type { WebContext } from '../web-context.ts';

const MAX_ENTRIES = 30;

/** The newest articles, of all sites or one, as a feed of their summaries. Undefined if the site has none. */
export async function articleFeed(
  { library, language, zone, now }: Pick<WebContext, 'library' | 'language' | 'zone' | 'now'>,
  { origin, source }: { origin: string; source?: string },
): Promise<Omit<OwnFeed, 'selfUrl'> | undefined> {
  const { t } = createAudience(language, zone);
  const { entries: newest } = await library.newest({
    offset: 0,
    limit: MAX_ENTRIES,
    ...(source !== undefined && { source }),
  });
  if (newest.length === 0 && source !== undefined) return undefined;
  const entries = newest.map((entry): OwnEntry => {
    const { id, title, summary } = entry;
    return {
      name: `article ${id}`,
      url: `${origin}/articles/${id}`,
      title,
      published: new Date(entryTimeMs(entry)),
      summary,
      html: `<p dir="auto">${escapeHtml(summary)}</p>`,
    };
  });
  const name = source === undefined ? t('list.title') : t('list.titleFrom', { source });
  return {
    name: source === undefined ? 'articles' : `articles of ${source}`,
    title: `Gazette · ${name}`,
    homeUrl: `${origin}/${source === undefined ? '' : `?source=${encodeURIComponent(source)}`}`,
    language,
    updated: entries[0]?.published ?? now(),
    entries,
  };
}
