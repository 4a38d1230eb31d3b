import type { Language } from '../src/locales/languages.ts';
import { createTranslator } from '../src/locales/translator.ts';
import type { View } from '../src/view/view.ts';
import { LIMITS, sizeOf } from './discord/render/message-size.ts';
import { type Message as DiscordMessage, render as renderDiscord } from './discord/render/render.ts';
import { render as renderTelegram, type Message as TelegramMessage } from './telegram/render/render.ts';
import { textParameters } from './telegram/send/text.ts';
import { discordHtml } from './web/preview/discord-html.ts';
import type { PreviewMessage } from './web/preview/preview-message.ts';
import type { PreviewOptions } from './web/preview/preview-options.ts';
import type { PreviewPlatform } from './web/preview/preview-styles.ts';
import { type TelegramPayload, telegramHtml } from './web/preview/telegram-html.ts';
import { telegramUsage } from './web/preview/telegram-usage.ts';

export interface PreviewRequest {
  platform: PreviewPlatform;
  language: Language;
  options: PreviewOptions;
}

/** A view as the messages that a platform makes of it, drawn from what its renderer would send. */
export function previewMessages(view: View, { platform, language, options }: PreviewRequest): PreviewMessage[] {
  const t = createTranslator(language);
  if (platform === 'discord') return renderDiscord(view, t).map((message) => discordMessage(message, options));
  return renderTelegram(view, t).map((message) => {
    const payload = toPayload(message);
    return { html: telegramHtml(payload, options), usage: telegramUsage(payload) };
  });
}

function discordMessage({ components }: DiscordMessage, options: PreviewOptions): PreviewMessage {
  const { text, bytes, components: count } = sizeOf(components);
  const usage = [
    { of: 'text', used: text, most: LIMITS.text },
    { of: 'components', used: count, most: LIMITS.components },
    { of: 'bytes', used: bytes, most: LIMITS.bytes },
  ] as const;
  return { html: discordHtml(components, options), usage };
}

function toPayload(message: TelegramMessage): TelegramPayload {
  switch (message.kind) {
    case 'text':
      return textParameters(message);
    case 'photo':
      return { photo: message.picture.url, caption: message.html, parse_mode: 'HTML' };
    case 'album': {
      const media = message.pictures.map(({ url }) => ({ media: url }));
      return { media, caption: message.html, parse_mode: 'HTML' };
    }
    case 'document':
      return { document: message.file.name, caption: message.html, parse_mode: 'HTML' };
    default:
      return message satisfies never;
  }
}
