import { render as renderDiscord } from '../../adapters/discord/render/render.ts';
import { type Message, render as renderTelegram } from '../../adapters/telegram/render/render.ts';
import { textParameters } from '../../adapters/telegram/send/text.ts';
import { discordHtml } from '../../adapters/web/preview/discord-html.ts';
import type { PreviewOptions } from '../../adapters/web/preview/preview-options.ts';
import { type TelegramPayload, telegramHtml } from '../../adapters/web/preview/telegram-html.ts';
import type { Language } from '../../src/locales/languages.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import type { View } from '../../src/view/view.ts';

export type ScreenPlatform = 'telegram' | 'discord';

/** A view as the HTML of the messages that a platform makes of it. */
export function messagesHtml(
  view: View,
  { platform, language, options }: { platform: ScreenPlatform; language: Language; options: PreviewOptions },
): string[] {
  const t = createTranslator(language);
  if (platform === 'telegram')
    return renderTelegram(view, t).map((message) => telegramHtml(toPayload(message), options));
  return renderDiscord(view, t).map(({ components }) => discordHtml(components, options));
}

function toPayload(message: Message): TelegramPayload {
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
