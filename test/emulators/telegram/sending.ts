import { type Call, fieldsOf, type Method, toStructure, toText, violation } from './call.ts';
import { readCaption, readKeyboard, readTextContent } from './content.ts';
import type { createFlood } from './flood.ts';
import type { Content, Message } from './model.ts';
import { asItem, type createPictures } from './pictures.ts';
import { type Place, readThread, type World } from './world.ts';

export interface SendingDeps {
  world: World;
  flood: ReturnType<typeof createFlood>;
  pictures: ReturnType<typeof createPictures>;
}

const MEDIA_FIELDS = new Set([
  'type',
  'media',
  'caption',
  'parse_mode',
  'caption_entities',
  'show_caption_above_media',
]);
const ACTIONS = /^(?:typing|(?:upload|record)_(?:photo|video|voice|document|video_note)|choose_sticker|find_location)$/;

/** The methods that send messages. */
export function createSendingMethods({ world, flood, pictures }: SendingDeps): Record<string, Method> {
  function post(place: Place, call: Call, content: Content): Message {
    const keyboard = readKeyboard(call);
    flood.pass(place.chat, 1);
    return world.send(place, call, { ...content, ...(keyboard && { reply_markup: keyboard }) });
  }

  return {
    sendMessage(call) {
      const content = readTextContent(call);
      const place = world.reach(call.params['chat_id'], 'write');
      world.checkRights(place, call, 'text messages');
      return post(place, call, content);
    },
    sendPhoto(call) {
      const source = toText(call.params['photo']);
      if (source === '') throw violation('There is no photo in the request');
      const caption = readCaption(call);
      const place = world.reach(call.params['chat_id'], 'write');
      world.checkRights(place, call, 'photos');
      return post(place, call, { ...pictures.take(source), ...caption });
    },
    sendDocument(call) {
      const content = { ...readDocument(call), ...readCaption(call) };
      const place = world.reach(call.params['chat_id'], 'write');
      world.checkRights(place, call, 'documents');
      return post(place, call, content);
    },
    sendMediaGroup(call) {
      const items = readAlbum(call);
      const place = world.reach(call.params['chat_id'], 'write');
      asItem(() => world.checkRights(place, call, 'photos'), 1);
      const photos = pictures.takeAll(items.map(({ source }) => source));
      flood.pass(place.chat, items.length);
      const album = crypto.randomUUID();
      return photos.map((photo, at) =>
        world.send(place, call, { ...photo, ...items[at]?.caption, media_group_id: album }),
      );
    },
    sendChatAction(call) {
      if (!ACTIONS.test(toText(call.params['action']))) throw violation('Wrong parameter action in request');
      readThread(world.reach(call.params['chat_id'], 'write'), call.params['message_thread_id']);
      return true;
    },
  };
}

/** An upload; Telegram tells the type by the name. */
function readDocument(call: Call): Content {
  const { name, text } = fieldsOf(call.params['document']);
  if (typeof name !== 'string' || typeof text !== 'string') throw violation('There is no document in the request');
  if (text === '') throw violation('File must be non-empty');
  const id = `BQACAgIAAxk${name}`;
  const type = name.endsWith('.json') ? 'application/json' : 'text/plain';
  const size = Buffer.byteLength(text);
  const document = { file_id: id, file_unique_id: id.slice(-8), file_name: name, mime_type: type, file_size: size };
  return { document, document_text: text };
}

function readAlbum(call: Call): { source: string; caption: Content }[] {
  const media = toStructure(call.params['media'], 'media');
  if (!Array.isArray(media)) throw violation('Expected an Array of InputMedia');
  const items = media.map((item: unknown) => readMedia(call, fieldsOf(item)));
  if (items.length > 10) throw violation('Too many messages to send as an album');
  if (items.length === 0) throw violation('There are no messages to send');
  if (items.length < 2) throw violation('An album has 2 to 10 items');
  if (items.filter(({ caption }) => caption.caption !== undefined).length > 1) {
    call.violations.push('several captions in an album: clients show none of them');
  }
  return items;
}

function readMedia(call: Call, item: Readonly<Record<string, unknown>>): { source: string; caption: Content } {
  if (item['type'] !== 'photo')
    throw violation(`Can't parse InputMedia: type "${toText(item['type'])}" is unsupported`);
  const unknown = Object.keys(item).filter((name) => !MEDIA_FIELDS.has(name));
  call.violations.push(...unknown.map((name) => `unknown field ${name} of an album's item`));
  const source = toText(item['media']);
  if (source === '') throw violation("Can't parse InputMedia: media not found");
  return { source, caption: readCaption(call, item) };
}
