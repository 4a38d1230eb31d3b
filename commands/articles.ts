import { findSource, suggestSources } from '../src/arguments/find/find-source.ts';
import { defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Library } from '../src/library/library.ts';
import type { Audience } from '../src/locales/audience.ts';
import { listView } from '../src/presenters/list-view.ts';
import { parseSince } from '../src/schedule/parse-since.ts';
import { openAction } from '../src/view/spans.ts';

const PAGE_SIZE = 10;
/** Before the name of a site. */
const LEAD = /^(?:the )?(?:latest|newest|new)?(?: ?articles?)?(?:^| )(?:from|by) /iu;

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
    async run({ source: named, page = 1 }, audience) {
      const typed = named?.replace(LEAD, '');
      if (typed !== undefined) await assertNoPeriod(typed, library, audience);
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

/** Throws a `UsageError` for a time where a site belongs, with the digest of that time as a button. */
async function assertNoPeriod(typed: string, library: Pick<Library, 'sources'>, { t }: Audience): Promise<void> {
  const isTime = parseSince(typed, { now: new Date(0), zone: 'UTC' }) !== undefined;
  if (!isTime || (await suggestSources({ typed, limit: 1 }, library)).length > 0) return;
  throw new UsageError(t('wrong.sourceIsTime', { typed }), {
    actions: [openAction(t('button.digest'), `/digest ${typed}`)],
  });
}

function again(source: string): string {
  return `/articles ${source}`;
}
