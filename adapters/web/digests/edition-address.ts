import { z } from 'zod';
import type { EditionContent } from '../../../src/digest/compose-edition.ts';

const MAX_WORDS = 20;
const MAX_WORD_LENGTH = 100;
const words = z.array(z.string().trim().min(1).max(MAX_WORD_LENGTH)).max(MAX_WORDS);
const shape = z.object({
  range: z.string().regex(/^\d{1,12}-\d{1,12}$/),
  at: z.iso.datetime(),
  style: z.enum(['headlines', 'brief', 'full']).default('brief'),
  source: words,
  topic: words,
  without: words,
});

/**
 * The address of an edition on the page. It says what the edition holds, and nothing about who gets it: so it stays when its
 * subscription has ended, and is the same for all chats that get the same.
 */
export function editionAddress(edition: Omit<EditionContent, 'id' | 'language' | 'zone'>): string {
  const { after, upTo, slot, next, style, withUpdates, selection } = edition;
  const query = new URLSearchParams({ at: slot, style });
  for (const source of selection.sources) query.append('source', source);
  for (const topic of selection.topics) query.append('topic', topic);
  for (const word of selection.without) query.append('without', word);
  if (withUpdates) query.set('updates', 'yes');
  if (next === null) query.set('news', 'yes');
  return `/editions/${after}-${upTo}?${query.toString()}`;
}

/** What an address says; undefined if it is none of an edition. */
export function parseEditionAddress(
  range: string,
  query: URLSearchParams,
  audience: Pick<EditionContent, 'language' | 'zone'>,
): EditionContent | undefined {
  const { language, zone } = audience;
  const found = shape.safeParse({
    range,
    at: query.get('at') ?? undefined,
    style: query.get('style') ?? undefined,
    source: query.getAll('source'),
    topic: query.getAll('topic'),
    without: query.getAll('without'),
  });
  if (!found.success) return undefined;
  const { at, style, source, topic, without } = found.data;
  const [after = 0, upTo = 0] = range.split('-').map(Number);
  if (after > upTo) return undefined;
  return {
    id: '',
    slot: at,
    next: query.get('news') === 'yes' ? null : at,
    after,
    upTo,
    withUpdates: query.get('updates') === 'yes',
    selection: { sources: source, topics: topic, without },
    style,
    language,
    zone,
  };
}
