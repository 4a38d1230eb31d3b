import type { Usage } from './preview-message.ts';
import type { TelegramPayload } from './telegram-html.ts';

/** https://core.telegram.org/bots/api#sendmessage, #sendphoto and #sendmediagroup; the limit of buttons is not documented. */
const MOST = { text: 4096, caption: 1024, pictures: 10, buttons: 100 } as const;
const TAG = /<[^<>]*>/gu;
const REFERENCE = /&(?:lt|gt|quot|amp);/gu;

/** How much of Telegram's limits a message uses. Texts count in UTF-16 units, without their tags. */
export function telegramUsage({ text, caption, media, reply_markup: markup }: TelegramPayload): Usage[] {
  const buttons = markup?.inline_keyboard.flat().length ?? 0;
  const said = caption ?? media?.find((item) => item.caption !== undefined)?.caption ?? '';
  const used = {
    text: lengthOf(text ?? ''),
    caption: lengthOf(said),
    pictures: media?.length ?? 0,
    buttons,
  };
  return (['text', 'caption', 'pictures', 'buttons'] as const)
    .map((of) => ({ of, used: used[of], most: MOST[of] }))
    .filter((one) => one.used > 0);
}

function lengthOf(html: string): number {
  return html.replace(TAG, '').replace(REFERENCE, '?').length;
}
