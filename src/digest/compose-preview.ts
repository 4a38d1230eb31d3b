import type { Arrivals } from '../library/arrivals.ts';
import type { Library } from '../library/library.ts';
import type { Audience } from '../locales/audience.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import type { Subscription } from '../subscription/subscription.ts';
import { type LlmSummaries, summarizerIn } from '../summary/llm-summaries.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import { type Digest, MAX_ARTICLES } from './digest.ts';

const NEWEST_FEW = 5;

interface PreviewDeps {
  arrivals: Arrivals;
  library: Pick<Library, 'article'>;
  summaries?: LlmSummaries | undefined;
  report: DigestSources['report'];
}

interface PreviewOptions {
  now: Date;
  page: number;
  style?: DigestStyle | undefined;
  audience: Pick<Audience, 'language' | 't'>;
}

/**
 * Composes a page of the next digest of a subscription as it would be now. If it has no articles yet, it shows the newest few
 * before. The subscription does not change.
 */
export async function composePreview(
  { id, selection, position, withUpdates, style: own }: Subscription,
  { arrivals, library, summaries, report }: PreviewDeps,
  { now, page, style = own, audience: { language, t } }: PreviewOptions,
): Promise<Digest> {
  const upTo = await arrivals.position();
  const limit = MAX_ARTICLES[style];
  const offset = (page - 1) * limit;
  const next = await arrivals.between({ after: position, upTo, withUpdates }, selection, { offset, limit });
  const isExample = next.total === 0;
  const few = { offset: 0, limit: NEWEST_FEW };
  const { entries } = isExample ? await arrivals.between({ after: 0, upTo, withBackfill: true }, selection, few) : next;
  const frame = {
    title: t(isExample ? 'preview.example' : 'preview.title'),
    style,
    isFallback: false,
    date: now,
    since: null,
    total: isExample ? entries.length : next.total,
    first: isExample ? 1 : offset + 1,
    commands: { everything: `/preview #${id} full`, rest: `/preview #${id} ${style} ${page + 1}` },
  };
  const write = summarizerIn(language, summaries);
  return await composeDigest(entries, frame, { load: (article) => library.article(article), write, report });
}
