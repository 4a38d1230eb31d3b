import { isDeepStrictEqual } from 'node:util';
import { badRequest, type Call, type Method, toText, violation } from './call.ts';
import { readCaption, readKeyboard, readTextContent } from './content.ts';
import type { Content, Message } from './model.ts';
import type { SendingDeps } from './sending.ts';
import { type Place, toSeconds } from './world.ts';

const SAME =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The methods that edit and delete messages. An edit without buttons removes them. */
export function createEditingMethods({ world, flood }: SendingDeps): Record<string, Method> {
  function find(call: Call): { place: Place; message: Message } {
    const place = world.reach(call.params['chat_id'], 'write');
    const message = place.messages.get(Number(toText(call.params['message_id'])));
    if (!message) throw badRequest('Message to edit not found');
    if (!place.own.has(message.message_id)) throw badRequest("Message can't be edited");
    return { place, message };
  }

  /** Replaces the listed fields of a message with new content. */
  function replace(call: Call, fields: readonly (keyof Content)[], content: Content): Message {
    const { place, message } = find(call);
    const { edit_date: _, ...before } = message;
    const next = { ...without(before, fields), ...content, ...readButtons(call) };
    if (isDeepStrictEqual(before, next)) throw violation(SAME);
    flood.pass(place.chat, 1);
    const edited = { ...next, edit_date: toSeconds(Date.now()) };
    place.messages.set(message.message_id, edited);
    return edited;
  }

  function replaceInline(call: Call, id: string, content: Content): true {
    const next = { ...content, ...readButtons(call) };
    const before = world.inlineMessages.get(id);
    if (!before) throw badRequest('MESSAGE_ID_INVALID');
    if (isDeepStrictEqual(before, next)) throw violation(SAME);
    world.inlineMessages.set(id, next);
    return true;
  }

  return {
    editMessageText(call) {
      const content = readTextContent(call);
      const inline = toText(call.params['inline_message_id']);
      if (inline !== '') return replaceInline(call, inline, content);
      if (find(call).message.text === undefined) throw violation('There is no text in the message to edit');
      return replace(call, ['text', 'entities', 'link_preview_options', 'reply_markup'], content);
    },
    editMessageCaption(call) {
      const caption = readCaption(call);
      if (find(call).message.photo === undefined) throw violation('There is no caption in the message to edit');
      return replace(call, ['caption', 'caption_entities', 'reply_markup'], caption);
    },
    editMessageReplyMarkup: (call) => replace(call, ['reply_markup'], {}),
    deleteMessage(call) {
      const { chat, bot, messages, own } = world.reach(call.params['chat_id'], 'write');
      const id = Number(toText(call.params['message_id']));
      if (!messages.has(id)) throw badRequest('Message to delete not found');
      const mayDelete = own.has(id) || chat.type === 'private' || bot === 'administrator';
      if (!mayDelete) throw badRequest("Message can't be deleted");
      return messages.delete(id);
    },
  };
}

function readButtons(call: Call): Content {
  const keyboard = readKeyboard(call);
  return keyboard ? { reply_markup: keyboard } : {};
}

function without(message: Message, fields: readonly (keyof Content)[]): Message {
  const rest = { ...message };
  for (const field of fields) delete rest[field];
  return rest;
}
