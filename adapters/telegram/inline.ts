import type { CommandRequest } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { shorten } from '../../src/text/shorten.ts';
import type { View } from '../../src/view/view.ts';
import type { Session } from './context.ts';
import { hasKind, isUnknownRefusal } from './errors.ts';
import { type Card, toCard, wordsOf } from './inline-cards.ts';
import { callWithRetry } from './retry.ts';
import type { InlineQuery } from './updates/read-update.ts';

/** How many cards one response has; Telegram accepts at most 50. */
const CARDS = 10;
const CACHE_SECONDS = 60;
/** A failure may be over soon. */
const SHORT_CACHE_SECONDS = 5;
const BUTTON_COLUMNS = 60;

/**
 * Answers `@bot words` with articles as cards: without words, the newest. Choosing one posts it with its buttons. One bad
 * thumbnail makes Telegram refuse the whole answer: the cards are then sent without pictures, then plain. If there are none,
 * a button above the list says why.
 */
export async function answerInline(inline: InlineQuery, session: Session): Promise<void> {
  const t = createTranslator(inline.language);
  const page = Math.max(1, Number.parseInt(inline.offset, 10) || 1);
  const ask = (name: string, input: CommandRequest['input']) => session.dispatch(toRequest(inline, name, input));
  const found: View =
    inline.query === ''
      ? await ask('articles', String(page))
      : await ask('search', { words: inline.query, page: String(page) });
  const ids = found.list?.articles.slice(0, CARDS) ?? [];
  const views = await Promise.all(ids.map(async (id) => ({ id, view: await ask('article', id) })));
  const cards = views.flatMap(({ id, view }) => toCard(id, view, t) ?? []);
  const list = (form: keyof Card, cache_time: number) => ({
    results: cards.map((card) => card[form]),
    cache_time,
    ...(ids.length === CARDS && { next_offset: String(page + 1) }),
  });
  const reason = found.blocks.map(wordsOf).find((words) => words !== '');
  const unsent = t('wrong.unsent', { platform: 'Telegram' });
  await answerWithFirstAccepted(inline, session, [
    cards.length === 0 && page === 1 ? emptyList(reason ?? unsent, CACHE_SECONDS) : list('full', CACHE_SECONDS),
    list('withoutPicture', CACHE_SECONDS),
    list('plain', SHORT_CACHE_SECONDS),
    emptyList(unsent, SHORT_CACHE_SECONDS),
    { results: [], cache_time: SHORT_CACHE_SECONDS },
  ]);
}

/** Sends the first form that Telegram accepts. A user who types on does not wait for the answer any more. */
async function answerWithFirstAccepted({ id }: InlineQuery, session: Session, forms: readonly object[]): Promise<void> {
  for (const form of forms) {
    try {
      await callWithRetry('answerInlineQuery', { inline_query_id: id, is_personal: true, ...form }, session);
      return;
    } catch (error) {
      if (hasKind(error, 'stale')) return;
      if (!hasKind(error, 'picture') && !isUnknownRefusal(error)) throw error;
      session.report(error);
    }
  }
}

/** No cards, but a button that says why, and leads to the bot's own chat. */
function emptyList(reason: string, cache_time: number): object {
  return { results: [], cache_time, button: { text: shorten(reason, BUTTON_COLUMNS), start_parameter: 'inline' } };
}

/** The user may post a card in any chat: it is recorded for none of them. */
function toRequest({ language, by }: InlineQuery, name: string, input: CommandRequest['input']): CommandRequest {
  return { name, input, language, in: { platform: 'telegram', chat: `inline:${by}` }, by };
}
