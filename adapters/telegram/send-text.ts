import { type Call, type Envelope, how, type Sending, type Sent, textCall, where } from './call.ts';
import { isUnknownRefusal } from './errors.ts';
import { toPlainTexts } from './render/plain.ts';
import type { Message } from './render/render.ts';

type Text = Message & { kind: 'text' };

/**
 * Sends a text; the message ids. What Telegram refuses for a reason that is not known is sent plain, then without its
 * buttons: so the words arrive.
 */
export async function sendText(message: Text, envelope: Envelope, { attempt, report }: Sending): Promise<number[]> {
  try {
    return [(await attempt<Sent>(textCall(message, envelope))).message_id];
  } catch (error) {
    if (!isUnknownRefusal(error)) throw error;
    report(error);
  }
  const texts = toPlainTexts(message);
  const sent: number[] = [];
  for (const [at, text] of texts.entries()) {
    const last = at === texts.length - 1;
    const call = plainCall(text, last ? message.buttons : [], envelope);
    const made = await attempt<Sent>(call).catch(async (error: unknown) => {
      if (!isUnknownRefusal(error) || !last || message.buttons.length === 0) throw error;
      return await attempt<Sent>(plainCall(text, [], envelope));
    });
    sent.push(made.message_id);
  }
  return sent;
}

function plainCall(text: string, buttons: Text['buttons'], envelope: Envelope): Call {
  const parameters = { ...plainParameters(text, buttons), ...how(envelope) };
  return { method: 'sendMessage', ...where(envelope, 1), parameters };
}

/** A text without markup as Telegram takes it. */
export function plainParameters(text: string, buttons: Text['buttons']): object {
  return { text, ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }) };
}
