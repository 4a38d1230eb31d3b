import { escapeHtml } from './escape-html.ts';
import { type PreviewOptions, pictureHtml } from './preview-options.ts';
import { telegramTextHtml } from './telegram-text.ts';

/** The parameters of sendMessage, sendPhoto, sendMediaGroup or sendDocument that can be seen: https://core.telegram.org/bots/api */
export interface TelegramPayload {
  text?: string;
  photo?: string;
  media?: readonly { media: string; caption?: string }[];
  /** The name of a file. */
  document?: string;
  caption?: string;
  parse_mode?: 'HTML';
  link_preview_options?: { is_disabled?: boolean; url?: string };
  reply_markup?: { inline_keyboard: readonly (readonly { text: string; url?: string }[])[] };
}

/** A message as Telegram shows it: pictures, text in a bubble, and the keyboard below it. */
export function telegramHtml(payload: TelegramPayload, options: PreviewOptions): string {
  const captions = payload.media?.flatMap(({ caption }) => caption ?? []) ?? [];
  const words = [payload.text ?? payload.caption, ...captions].find((text) => text !== undefined && text !== '');
  const text = words === undefined ? '' : `<div class="text">${toText(words, payload)}</div>`;
  return [
    '<div class="message">',
    `<div class="bubble">${picturesHtml(payload, options)}${fileHtml(payload)}${text}</div>`,
    keyboardHtml(payload),
    '</div>',
  ].join('');
}

function toText(words: string, { parse_mode, media }: TelegramPayload): string {
  return parse_mode === 'HTML' || media !== undefined ? telegramTextHtml(words) : escapeHtml(words);
}

function picturesHtml({ photo, media, link_preview_options: preview }: TelegramPayload, options: PreviewOptions) {
  const urls = [...(photo === undefined ? [] : [photo]), ...(media ?? []).map((item) => item.media)];
  if (preview?.url !== undefined && preview.is_disabled !== true) urls.push(preview.url);
  if (urls.length === 0) return '';
  const inside = urls.map((url) => pictureHtml(url, '', options)).join('');
  return `<div class="pictures count-${Math.min(urls.length, 10)}">${inside}</div>`;
}

function fileHtml({ document: name }: TelegramPayload): string {
  return name === undefined ? '' : `<div class="text">📄 <b>${escapeHtml(name)}</b></div>`;
}

function keyboardHtml({ reply_markup: markup }: TelegramPayload): string {
  const rows = (markup?.inline_keyboard ?? []).map((row) => `<div class="row">${row.map(buttonHtml).join('')}</div>`);
  return rows.length === 0 ? '' : `<div class="keyboard">${rows.join('')}</div>`;
}

function buttonHtml({ text, url }: { text: string; url?: string }): string {
  return `<span class="button${url === undefined ? '' : ' opens'}"><bdi>${escapeHtml(text)}</bdi></span>`;
}
