import { createHash } from 'node:crypto';
import { createTranslator } from '../../src/locales/translator.ts';
import type { CommandRequest, Dispatch, Language } from '../../src/ports.ts';
import { shorten } from '../../src/view/shorten.ts';
import type { Block, View } from '../../src/view/view.ts';
import type { Client } from './client.ts';
import { isLinkable } from './linkable.ts';
import { persist } from './persist.ts';
import { type Message, render } from './render.ts';

export interface InlineQuery {
  id: string;
  query: string;
  offset: string;
  language: Language;
  by: string;
}

/** How many cards are offered at a time; Telegram takes at most 50. */
const CARDS = 10;
const CACHE_SECONDS = 60;
const TITLE_COLUMNS = 80;
const SUMMARY_COLUMNS = 160;

/** Answers `@bot words` with articles as cards: the newest without words. Choosing one posts it with its buttons. */
export async function answerInline(query: InlineQuery, { client, dispatch }: { client: Client; dispatch: Dispatch }) {
  const page = Math.max(1, Number.parseInt(query.offset, 10) || 1);
  const ask: Ask = (name, input) => dispatch(toRequest(query, name, input));
  const found = await findArticles(query.query, page, ask);
  const ids = found.list?.articles.slice(0, CARDS) ?? [];
  const views = await Promise.all(ids.map(async (id) => ({ id, view: await ask('article', id) })));
  const t = createTranslator(query.language);
  const results = views.flatMap(({ id, view }) => toCard(id, view, render(view, t)) ?? []);
  const more = ids.length === CARDS;
  const answer = {
    inline_query_id: query.id,
    results,
    cache_time: CACHE_SECONDS,
    is_personal: true,
    ...(more && { next_offset: String(page + 1) }),
  };
  await persist(() => client.call('answerInlineQuery', answer));
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

function toCard(id: string, view: View, [message]: readonly Message[]): object | undefined {
  if (message?.kind !== 'text' || view.about === undefined) return undefined;
  const [heading, , ...rest] = view.blocks;
  const summary = rest.find((block) => block.kind === 'text' && block.subtle !== true);
  const picture = view.blocks.find((block) => block.kind === 'image')?.picture.url;
  return {
    type: 'article',
    id: createHash('sha256').update(`${id}${message.html}`).digest('base64url').slice(0, 32),
    title: shorten(wordsOf(heading), TITLE_COLUMNS) || id,
    description: shorten(wordsOf(summary), SUMMARY_COLUMNS),
    ...(picture !== undefined && isLinkable(picture) && { thumbnail_url: picture }),
    input_message_content: {
      message_text: message.html,
      parse_mode: 'HTML',
      link_preview_options:
        message.preview === null
          ? { is_disabled: true }
          : { url: message.preview, prefer_large_media: true, show_above_text: true },
    },
    ...(message.buttons.length > 0 && { reply_markup: { inline_keyboard: message.buttons } }),
  };
}

function wordsOf(block: Block | undefined): string {
  if (block === undefined || !('spans' in block)) return '';
  return block.spans.map(({ text }) => text).join('');
}
