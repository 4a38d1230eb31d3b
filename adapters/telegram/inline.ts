import type { CommandRequest, Dispatch } from '../../src/chat/request.ts';
import type { Clock } from '../../src/clock.ts';
import type { Language } from '../../src/locales/language.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { shorten } from '../../src/text/shorten.ts';
import type { View } from '../../src/view/view.ts';
import { type Client, QUICK } from './client.ts';
import { hasKind, isUnknownRefusal } from './errors.ts';
import { toCard, wordsOf } from './inline-cards.ts';
import { retryRequest } from './retry.ts';

export interface InlineQuery {
  id: string;
  query: string;
  offset: string;
  language: Language;
  by: string;
}

export interface InlineDeps {
  client: Client;
  clock: Pick<Clock, 'after'>;
  dispatch: Dispatch;
  /** Receives unexpected refusals of Telegram. */
  report(error: unknown): void;
}

/** How many cards are offered at a time; Telegram takes at most 50. */
const CARDS = 10;
const CACHE_SECONDS = 60;
/** What went wrong may be right in a moment. */
const SHORT_CACHE_SECONDS = 5;
const BUTTON_COLUMNS = 60;

/**
 * Answers `@bot words` with articles as cards: the newest without words. Choosing one posts it with its buttons. Cards
 * that Telegram refuses are offered without pictures, then plain; where there is nothing to offer, a button above the
 * list says why. One bad thumbnail has Telegram refuse the whole answer.
 */
export async function answerInline(query: InlineQuery, deps: InlineDeps): Promise<void> {
  const t = createTranslator(query.language);
  const page = Math.max(1, Number.parseInt(query.offset, 10) || 1);
  const ask: Ask = (name, input) => deps.dispatch(toRequest(query, name, input));
  const found = await findArticles(query.query, page, ask);
  const ids = found.list?.articles.slice(0, CARDS) ?? [];
  const views = await Promise.all(ids.map(async (id) => ({ id, view: await ask('article', id) })));
  const cards = views.flatMap(({ id, view }) => toCard(id, view, t) ?? []);
  const next = ids.length === CARDS ? { next_offset: String(page + 1) } : {};
  const why = found.blocks.map(wordsOf).find((words) => words !== '');
  const unsent = t('wrong.unsent', { platform: 'Telegram' });
  await offer(query, deps, [
    cards.length === 0 && page === 1
      ? nothing(why ?? unsent, CACHE_SECONDS)
      : { results: cards.map(({ full }) => full), cache_time: CACHE_SECONDS, ...next },
    { results: cards.map(({ withoutPicture }) => withoutPicture), cache_time: CACHE_SECONDS, ...next },
    { results: cards.map(({ plain }) => plain), cache_time: SHORT_CACHE_SECONDS, ...next },
    nothing(unsent, SHORT_CACHE_SECONDS),
    { results: [], cache_time: SHORT_CACHE_SECONDS },
  ]);
}

/** Answers in the first form that Telegram takes. Who typed on meanwhile does not wait for the answer any more. */
async function offer(
  { id }: InlineQuery,
  { client, clock, report }: InlineDeps,
  forms: readonly object[],
): Promise<void> {
  for (const form of forms) {
    const answer = { inline_query_id: id, is_personal: true, ...form };
    try {
      await retryRequest(() => client.call('answerInlineQuery', answer, QUICK), clock);
      return;
    } catch (error) {
      if (hasKind(error, 'stale')) return;
      if (!hasKind(error, 'picture') && !isUnknownRefusal(error)) throw error;
      report(error);
    }
  }
}

/** No card, but a button that says why, and leads to the bot's own chat. */
function nothing(why: string, cacheSeconds: number): object {
  const button = { text: shorten(why, BUTTON_COLUMNS), start_parameter: 'inline' };
  return { results: [], cache_time: cacheSeconds, button };
}

type Ask = (name: string, input: CommandRequest['input']) => Promise<View>;

/** The newest articles, or the best matches, page by page. */
async function findArticles(words: string, page: number, ask: Ask): Promise<View> {
  if (words === '') return await ask('articles', String(page));
  return await ask('search', { words, page: String(page) });
}

/** What is chosen here is posted anywhere: it is remembered for nobody's chat but the person's own. */
function toRequest({ language, by }: InlineQuery, name: string, input: CommandRequest['input']): CommandRequest {
  return { name, input, language, in: { platform: 'telegram', chat: `inline:${by}` }, by };
}
