import { hasKind, isUnknownRefusal } from '../errors.ts';
import { type Button, keepHalf } from '../render/keyboard.ts';
import { isLinkable } from '../render/linkable.ts';
import { toPlainTexts } from '../render/plain.ts';
import type { TextMessage } from '../render/render.ts';
import type { Call, Envelope, Sender, Sent } from './sender.ts';

type Buttons = readonly (readonly Button[])[];

/**
 * Sends a text; the message ids. If Telegram refuses it for an unknown reason, it is sent plain, then without its buttons, so
 * that the words arrive. If it has too many buttons, the most useful ones are kept.
 */
export async function sendText(message: TextMessage, envelope: Envelope, sender: Sender): Promise<number[]> {
  const send = async (parameters: object): Promise<number> => {
    const call: Call = { method: 'sendMessage', envelope, parameters };
    return (await sender.attempt<Sent>(call)).message_id;
  };
  try {
    return [await send(textParameters(message))];
  } catch (error) {
    if (!isUnknownRefusal(error)) throw error;
    sender.report(error);
    if (hasKind(error, 'keyboard')) return await sendText(withFewerButtons(message), envelope, sender);
  }
  const texts = toPlainTexts(message);
  const sent: number[] = [];
  for (const [at, text] of texts.entries()) {
    const buttons = at === texts.length - 1 ? message.buttons : [];
    const id = await send(plainParameters(text, buttons)).catch((error: unknown) => {
      if (!isUnknownRefusal(error) || buttons.length === 0) throw error;
      return send(plainParameters(text, []));
    });
    sent.push(id);
  }
  return sent;
}

/** After Telegram refused the buttons as too long. */
export function withFewerButtons(message: TextMessage): TextMessage {
  return { ...message, buttons: keepHalf(message.buttons) };
}

/** The parameters of a text with markup. */
export function textParameters({ html, preview, buttons }: TextMessage): object {
  const link_preview_options = toLinkPreview(preview !== null && isLinkable(preview) ? preview : null);
  return { text: html, parse_mode: 'HTML', link_preview_options, ...toReplyMarkup(buttons) };
}

/** The parameters of a text without markup. */
export function plainParameters(text: string, buttons: Buttons): object {
  return { text, ...toReplyMarkup(buttons) };
}

/** A large picture above a text, or none. */
export function toLinkPreview(url: string | null): object {
  return url === null ? { is_disabled: true } : { url, prefer_large_media: true, show_above_text: true };
}

export function toReplyMarkup(buttons: Buttons): object {
  return buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {};
}
