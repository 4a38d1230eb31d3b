import type { Arrivals } from '../library/arrivals.ts';
import type { Library } from '../library/library.ts';
import { createAudience } from '../locales/audience.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { type LlmSummaries, summarizerIn } from '../summary/llm-summaries.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import { type Digest, MAX_ARTICLES } from './digest.ts';
import type { Edition } from './edition.ts';

interface ComposeDeps {
  arrivals: Pick<Arrivals, 'between'>;
  library: Pick<Library, 'article'>;
  summaries?: LlmSummaries | undefined;
  report: DigestSources['report'];
}

/** Composes a page of an edition, in its own style or another. */
export async function composeEdition(
  edition: Edition,
  { arrivals, library, summaries, report }: ComposeDeps,
  { page = 1, style = edition.style }: { page?: number; style?: DigestStyle } = {},
): Promise<Digest> {
  const { id, selection, slot, language, zone, next } = edition;
  const limit = MAX_ARTICLES[style];
  const offset = (page - 1) * limit;
  const { total, entries } = await arrivals.between(edition, selection, { offset, limit });
  const { t } = createAudience(language, zone);
  const title = t(next === null ? 'digest.news' : 'digest.daily');
  const commands = { everything: `/edition ${id} full`, rest: `/edition ${id} ${style} ${page + 1}` };
  const frame = {
    title,
    style,
    isFallback: false,
    date: new Date(slot),
    since: null,
    total,
    first: offset + 1,
    commands,
  };
  const write = summarizerIn(language, summaries);
  return await composeDigest(entries, frame, { load: (article) => library.article(article), write, report });
}
