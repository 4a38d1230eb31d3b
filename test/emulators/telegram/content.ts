import { breach, type Call, fieldsOf, toStructure, toText } from './call.ts';
import { keepLink } from './keep-link.ts';
import type { Button, Content, Keyboard } from './model.ts';
import { type Entity, findUnknownEntities, HtmlError, parseHtml } from './parse-html.ts';

interface Formatted {
  text: string;
  entities: Entity[];
}

type Fields = Readonly<Record<string, unknown>>;

const MAX_SOURCE_BYTES = 32 * 1024;
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_ENTITIES = 100;
const MAX_BUTTONS = 100;
const MAX_IN_ROW = 8;
const MAX_DATA_BYTES = 64;
const BUTTON_FIELDS = new Set([
  'text',
  'url',
  'callback_data',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'style',
  'icon_custom_emoji_id',
  'hide',
]);

/** The text of a message with its marks. Lengths count UTF-16 units of what is seen. */
export function readTextContent(call: Call, fields: Fields = call.params): Content {
  const source = toText(fields['text'] ?? fields['message_text']);
  if (source === '') throw breach('Message text is empty');
  const { text, entities } = readFormatted(call, source, fields);
  if (text === '') throw breach('Text must be non-empty');
  if (text.length > MAX_TEXT) throw breach('Message is too long');
  const preview = toStructure(fields['link_preview_options'], 'link preview options');
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(preview !== undefined && { link_preview_options: preview }),
  };
}

/** The caption of a picture; there may be none. */
export function readCaption(call: Call, fields: Fields = call.params): Content {
  const { text, entities } = readFormatted(call, toText(fields['caption']), fields);
  if (text.length > MAX_CAPTION) throw breach('Message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

function readFormatted(call: Call, source: string, fields: Fields): Formatted {
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) throw breach('Text is too long');
  const mode = toText(fields['parse_mode']).toLowerCase();
  if (mode !== '' && mode !== 'html') throw breach('Unsupported parse_mode');
  const given = toStructure(fields['entities'] ?? fields['caption_entities'], 'entities') ?? [];
  const formatted = mode === 'html' ? readHtml(call, source) : { text: source, entities: given as Entity[] };
  if (formatted.entities.length > MAX_ENTITIES) call.breaches.push(`more than ${MAX_ENTITIES} entities`);
  return trim({ ...formatted, entities: formatted.entities.slice(0, MAX_ENTITIES) });
}

function readHtml(call: Call, source: string): Formatted {
  try {
    const { dropped, ...formatted } = parseHtml(source);
    call.breaches.push(...dropped.map((link) => `dropped link ${link}`));
    call.breaches.push(...findUnknownEntities(source).map((name) => `unsupported HTML entity ${name}`));
    return formatted;
  } catch (error) {
    throw error instanceof HtmlError ? breach(`Can't parse entities: ${error.message}`) : error;
  }
}

/** Telegram cuts white space at both ends, but none before a mark begins. */
function trim({ text, entities }: Formatted): Formatted {
  const end = text.trimEnd().length;
  const first = Math.min(end, ...entities.map(({ offset }) => offset));
  const lead = text.slice(0, first).length - text.slice(0, first).trimStart().length;
  const kept = entities.map((entity) => ({
    ...entity,
    offset: entity.offset - lead,
    length: Math.min(entity.length, end - entity.offset),
  }));
  return { text: text.slice(lead, end), entities: kept.filter(({ length }) => length > 0) };
}

/** The buttons under a message; undefined where it has none. */
export function readKeyboard(call: Call, given: unknown = call.params['reply_markup']): Keyboard | undefined {
  const rows = fieldsOf(toStructure(given, 'reply keyboard markup'))['inline_keyboard'];
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw breach('Field "inline_keyboard" must be of type Array');
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw breach('Field "inline_keyboard" must be an Array of Arrays');
    return row.map((button: unknown) => readButton(call, fieldsOf(button)));
  });
  if (keyboard.flat().length > MAX_BUTTONS) throw breach('Reply markup is too long');
  if (keyboard.some((row) => row.length > MAX_IN_ROW)) call.breaches.push(`more than ${MAX_IN_ROW} buttons in a row`);
  const shown = keyboard.filter((row) => row.length > 0);
  return shown.length > 0 ? { inline_keyboard: shown } : undefined;
}

function readButton(call: Call, button: Fields): Button {
  const text = toText(button['text']);
  if (text === '') throw breach(`Can't parse inline keyboard button: Can't find field "text"`);
  const unknown = Object.keys(button).filter((name) => !BUTTON_FIELDS.has(name));
  call.breaches.push(...unknown.map((name) => `unknown field ${name} of a button`));
  if (button['url'] !== undefined) return { text, url: readButtonLink(toText(button['url'])) };
  const data = button['callback_data'];
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data) > MAX_DATA_BYTES) throw breach('BUTTON_DATA_INVALID');
    return { text, callback_data: data };
  }
  if (typeof (button['switch_inline_query'] ?? button['switch_inline_query_current_chat']) === 'string')
    return { ...button, text };
  throw breach("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

function readButtonLink(address: string): string {
  const url = keepLink(address);
  if (url === undefined) throw breach(`Inline keyboard button URL '${address}' is invalid`);
  return url;
}
