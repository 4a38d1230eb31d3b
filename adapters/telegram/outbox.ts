import type { Address } from '../../src/subscription/address.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from './errors.ts';
import { toPlainTexts } from './render/plain.ts';
import type { Message, TextMessage } from './render/render.ts';
import { sendDocument } from './send/document.ts';
import { sendAlbum, sendPhoto } from './send/pictures.ts';
import { createSender, type Envelope, type SenderDeps } from './send/sender.ts';
import { plainParameters, sendText, textParameters, withFewerButtons } from './send/text.ts';

/** The place of a message: in a chat, or posted through inline mode. */
type Place = { to: Address; by?: string } & ({ message: number } | { inlineMessage: string });

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends and edits messages. Rejects with `TelegramFailure` only. */
export function createOutbox(deps: SenderDeps) {
  const sender = createSender(deps);
  return {
    /** The ids of the messages that it became. A picture that cannot be fetched costs neither text nor other pictures. */
    async send(message: Message, envelope: Envelope): Promise<number[]> {
      switch (message.kind) {
        case 'text':
          return await sendText(message, envelope, sender);
        case 'photo':
          return await sendPhoto(message, envelope, sender);
        case 'album':
          return await sendAlbum(message, envelope, sender);
        case 'document':
          return await sendDocument(message.file, envelope, sender);
        default:
          return message satisfies never;
      }
    },
    /**
     * Replaces the text of a message; a text that does not change is no error. Rejects as `moved` if the chat has a new id:
     * its messages have new ids too.
     */
    async edit(message: TextMessage, place: Place): Promise<void> {
      const { to, by } = place;
      const movedTo = sender.newIdOf(to.chat);
      if (movedTo !== undefined && 'message' in place) {
        throw new TelegramFailure({ reason: 'moved', movedTo }, 'moved');
      }
      const id = 'message' in place ? { message_id: place.message } : { inline_message_id: place.inlineMessage };
      const edit = (text: object) =>
        sender.attempt({
          method: 'editMessageText',
          envelope: { to, priority: 'answer', ...(by !== undefined && { by }) },
          parameters: { ...text, ...id },
        });
      try {
        await edit(textParameters(message));
      } catch (error) {
        if (hasKind(error, 'not-modified')) return;
        if (!isUnknownRefusal(error)) throw error;
        deps.report(error);
        if (hasKind(error, 'keyboard')) return await this.edit(withFewerButtons(message), place);
        const [plain, ...more] = toPlainTexts(message);
        if (plain === undefined || more.length > 0) throw error;
        await edit(plainParameters(plain, message.buttons));
      }
    },
    /** Edits the words of a pushed message, once and only while nothing else waits. Words that do not change are no error. */
    async revise(message: Message, { to, message: id }: { to: Address; message: number }): Promise<void> {
      const movedTo = sender.newIdOf(to.chat);
      if (movedTo !== undefined) throw new TelegramFailure({ reason: 'moved', movedTo }, 'moved');
      const edit = toEdit(message);
      if (edit === undefined) return;
      const { method, parameters } = edit;
      const envelope = { to, priority: 'revision' } as const;
      try {
        await sender.attempt({ method, envelope, parameters: { ...parameters, message_id: id }, tries: 1 });
      } catch (error) {
        if (!hasKind(error, 'not-modified')) throw error;
      }
    },
  };
}

/** What replaces the words of a message; undefined for a file, which has none. */
function toEdit(
  message: Message,
): { method: 'editMessageText' | 'editMessageCaption'; parameters: object } | undefined {
  switch (message.kind) {
    case 'text':
      return { method: 'editMessageText', parameters: textParameters(message) };
    case 'photo':
    case 'album':
      return { method: 'editMessageCaption', parameters: { caption: message.html, parse_mode: 'HTML' } };
    case 'document':
      return undefined;
    default:
      return message satisfies never;
  }
}
