import { createHash } from 'node:crypto';
import type { Translate } from '../../src/locales/messages.ts';
import { shorten } from '../../src/text/shorten.ts';
import type { Block, View } from '../../src/view/view.ts';
import { isLinkable } from './render/linkable.ts';
import { toPlainTexts } from './render/plain.ts';
import { render, type TextMessage } from './render/render.ts';
import { toLinkPreview, toReplyMarkup } from './send/text.ts';

const TITLE_COLUMNS = 80;
const SUMMARY_COLUMNS = 160;

/** The card of an article: with its picture and buttons, without the picture, and plain, if Telegram refuses both. */
export interface Card {
  full: object;
  withoutPicture: object;
  plain: object;
}

/** Undefined if a view does not show an article. */
export function toCard(id: string, view: View, t: Translate): Card | undefined {
  const [message] = render(view, t);
  if (message?.kind !== 'text' || view.about === undefined) return undefined;
  const [heading, , ...rest] = view.blocks;
  const summary = rest.find((block) => block.kind === 'text' && block.subtle !== true);
  const picture = view.blocks.find((block) => block.kind === 'image')?.picture.url;
  const card = {
    type: 'article',
    id: createHash('sha256').update(`${id}${message.html}`).digest('base64url').slice(0, 32),
    title: shorten(wordsOf(heading), TITLE_COLUMNS) || id,
    description: shorten(wordsOf(summary), SUMMARY_COLUMNS),
  };
  const withoutPicture = {
    ...card,
    input_message_content: contentOf({ ...message, preview: null }),
    ...toReplyMarkup(message.buttons),
  };
  const full = {
    ...withoutPicture,
    ...(picture !== undefined && isLinkable(picture) && { thumbnail_url: picture }),
    input_message_content: contentOf(message),
  };
  return {
    full,
    withoutPicture,
    plain: { ...card, input_message_content: { message_text: toPlainTexts(message)[0] ?? card.title } },
  };
}

function contentOf({ html, preview }: TextMessage): object {
  return { message_text: html, parse_mode: 'HTML', link_preview_options: toLinkPreview(preview) };
}

/** The text of a block in one line; empty if it has none. */
export function wordsOf(block: Block | undefined): string {
  if (block === undefined || !('spans' in block)) return '';
  return block.spans.map(({ text }) => text).join('');
}
