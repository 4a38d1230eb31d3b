import type { Language } from '../src/locales/languages.ts';
import { createTranslator } from '../src/locales/translator.ts';
import type { View } from '../src/view/view.ts';
import { payloads } from './index.ts';
import { discordHtml } from './web/preview/discord-html.ts';
import type { PreviewMessage } from './web/preview/preview-message.ts';
import type { PreviewOptions } from './web/preview/preview-options.ts';
import type { PreviewPlatform } from './web/preview/preview-styles.ts';
import { telegramHtml } from './web/preview/telegram-html.ts';
import { telegramUsage } from './web/preview/telegram-usage.ts';

export interface PreviewRequest {
  platform: PreviewPlatform;
  language: Language;
  options: PreviewOptions;
}

/** A view as the messages that a platform makes of it, drawn from what its renderer would send. */
export async function previewMessages(
  view: View,
  { platform, language, options }: PreviewRequest,
): Promise<PreviewMessage[]> {
  const t = createTranslator(language);
  if (platform === 'discord') {
    const discordPayloads = await payloads.discord();
    return discordPayloads(view, t).map((payload) => discordMessage(payload, options));
  }
  const telegramPayloads = await payloads.telegram();
  return telegramPayloads(view, t).map((payload) => ({
    html: telegramHtml(payload, options),
    usage: telegramUsage(payload),
  }));
}

type DiscordPayload = ReturnType<Awaited<ReturnType<typeof payloads.discord>>>[number];

function discordMessage({ components, size, limits }: DiscordPayload, options: PreviewOptions): PreviewMessage {
  const usage = [
    { of: 'text', used: size.text, most: limits.text },
    { of: 'components', used: size.components, most: limits.components },
    { of: 'bytes', used: size.bytes, most: limits.bytes },
  ] as const;
  return { html: discordHtml(components, options), usage };
}
