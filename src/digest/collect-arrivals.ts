import type { Arrivals } from '../library/arrivals.ts';
import type { Library } from '../library/library.ts';
import { EVERYTHING } from '../library/selection.ts';
import type { ArrivalRange } from '../library/store.ts';
import type { DigestStyle } from '../subscription/digest-style.ts';
import { composeDigest, type DigestSources } from './compose.ts';
import { type Digest, MAX_ARTICLES } from './digest.ts';

/** A page of a digest of everything that came into the library between two positions. */
export interface ArrivalsRequest {
  range: Required<Pick<ArrivalRange, 'after' | 'upTo'>>;
  style: DigestStyle;
  /** From 1. */
  page: number;
  title: string;
  now: Date;
  /** Writes a summary with a language model. */
  write?: DigestSources['write'];
  report: DigestSources['report'];
}

/** Composes the page, newest first. Its buttons name the positions, so they show the same whenever they are pressed. */
export async function collectArrivals(
  { arrivals, library }: { arrivals: Pick<Arrivals, 'between'>; library: Pick<Library, 'article'> },
  { range, style, page, title, now, write, report }: ArrivalsRequest,
): Promise<Digest> {
  const limit = MAX_ARTICLES[style];
  const offset = (page - 1) * limit;
  const { total, entries } = await arrivals.between(range, EVERYTHING, { offset, limit });
  const command = `/arrivals ${range.after}-${range.upTo}`;
  const frame = {
    title,
    style,
    isFallback: false,
    date: now,
    since: null,
    total,
    first: offset + 1,
    commands: { everything: `${command} full`, rest: `${command} ${style} ${page + 1}` },
  };
  return await composeDigest(entries, frame, { load: (id) => library.article(id), write, report });
}
