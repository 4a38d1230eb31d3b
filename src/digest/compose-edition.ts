import type { Arrivals } from '../library/arrivals.ts';
import type { Arrival } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { PageRange } from '../library/store.ts';
import { createAudience } from '../locales/audience.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { type LlmSummaries, summarizerIn } from '../summary/llm-summaries.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import { type Digest, MAX_ARTICLES } from './digest.ts';
import type { Edition } from './edition.ts';

export interface ComposeDeps {
  arrivals: Pick<Arrivals, 'between'>;
  library: Pick<Library, 'article'>;
  /** Summaries by a language model, if one is configured. */
  summaries?: LlmSummaries | undefined;
  report: DigestSources['report'];
}

/** What an edition holds, whoever gets it. */
export type EditionContent = Pick<
  Edition,
  'id' | 'slot' | 'next' | 'after' | 'upTo' | 'withUpdates' | 'selection' | 'style' | 'language' | 'zone'
>;

interface ComposeOptions {
  /** From 1. */
  page?: number;
  style?: DigestStyle;
  /** Editions whose articles are left out, because the same chat gets them anyway. */
  apartFrom?: readonly EditionContent[];
}

/** Composes a page of an edition, in its own style or another. */
export async function composeEdition(
  edition: EditionContent,
  { arrivals, library, summaries, report }: ComposeDeps,
  { page = 1, style = edition.style, apartFrom = [] }: ComposeOptions = {},
): Promise<Digest> {
  const { id, slot, language, zone, next } = edition;
  const limit = MAX_ARTICLES[style];
  const offset = (page - 1) * limit;
  const { total, entries } = await readArrivals(edition, { apartFrom, page: { offset, limit } }, arrivals);
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

/** So many articles of an edition are compared with others. Beyond that, some may come twice. */
const MAX_COMPARED = 500;

async function readArrivals(
  edition: EditionContent,
  { apartFrom, page }: { apartFrom: readonly EditionContent[]; page: PageRange },
  arrivals: Pick<Arrivals, 'between'>,
): Promise<{ total: number; entries: readonly Arrival[] }> {
  const read = (one: EditionContent, range: PageRange) => arrivals.between(one, one.selection, range);
  if (apartFrom.length === 0) return await read(edition, page);
  const all = { offset: 0, limit: MAX_COMPARED };
  const others = await Promise.all(apartFrom.map((other) => read(other, all)));
  const told = new Set(others.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const own = await read(edition, all);
  const rest = own.entries.filter(({ id }) => !told.has(id));
  const { offset, limit } = page;
  return { total: own.total - own.entries.length + rest.length, entries: rest.slice(offset, offset + limit) };
}
