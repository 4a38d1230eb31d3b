import { type Call, fieldsOf, toStructure, toText, violation } from './call.ts';
import type { Button, Content, Keyboard } from './model.ts';
import { normalizeLink } from './normalize-link.ts';
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
/** Not documented: bots are refused from about here. */
const MAX_KEYBOARD_BYTES = 10_000;
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

/** Reads the text of a message with its entities. Limits count visible UTF-16 units. */
export function readTextContent(call: Call, fields: Fields = call.params): Content {
  const source = toText(fields['text'] ?? fields['message_text']);
  if (source === '') throw violation('Message text is empty');
  const { text, entities } = readFormatted(call, source, fields);
  if (text === '') throw violation('Text must be non-empty');
  if (text.length > MAX_TEXT) throw violation('Message is too long');
  const preview = toStructure(fields['link_preview_options'], 'link preview options');
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(preview !== undefined && { link_preview_options: preview }),
  };
}

/** Reads the caption of a picture, which is optional. */
export function readCaption(call: Call, fields: Fields = call.params): Content {
  const { text, entities } = readFormatted(call, toText(fields['caption']), fields);
  if (text.length > MAX_CAPTION) throw violation('Message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}

function readFormatted(call: Call, source: string, fields: Fields): Formatted {
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) throw violation('Text is too long');
  const mode = toText(fields['parse_mode']).toLowerCase();
  if (mode !== '' && mode !== 'html') throw violation('Unsupported parse_mode');
  const value = toStructure(fields['entities'] ?? fields['caption_entities'], 'entities') ?? [];
  const formatted = mode === 'html' ? readHtml(call, source) : { text: source, entities: value as Entity[] };
  if (formatted.entities.length > MAX_ENTITIES) call.violations.push(`more than ${MAX_ENTITIES} entities`);
  return trim({ ...formatted, entities: formatted.entities.slice(0, MAX_ENTITIES) });
}

function readHtml(call: Call, source: string): Formatted {
  try {
    const { dropped, ...formatted } = parseHtml(source);
    call.violations.push(...dropped.map((link) => `dropped link ${link}`));
    call.violations.push(...findUnknownEntities(source).map((name) => `unsupported HTML entity ${name}`));
    return formatted;
  } catch (error) {
    throw error instanceof HtmlError ? violation(`Can't parse entities: ${error.message}`) : error;
  }
}

/** Telegram trims white space at both ends, but not past the start of an entity. */
function trim({ text, entities }: Formatted): Formatted {
  const end = text.trimEnd().length;
  const first = Math.min(end, ...entities.map(({ offset }) => offset));
  const lead = text.slice(0, first).length - text.slice(0, first).trimStart().length;
  const inside = entities.map((entity) => ({
    ...entity,
    offset: entity.offset - lead,
    length: Math.min(entity.length, end - entity.offset),
  }));
  return { text: text.slice(lead, end), entities: inside.filter(({ length }) => length > 0) };
}

/** Reads the inline keyboard; undefined if there is none. */
export function readKeyboard(call: Call, value: unknown = call.params['reply_markup']): Keyboard | undefined {
  const rows = fieldsOf(toStructure(value, 'reply keyboard markup'))['inline_keyboard'];
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw violation('Field "inline_keyboard" must be of type Array');
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw violation('Field "inline_keyboard" must be an Array of Arrays');
    return row.map((button: unknown) => readButton(call, fieldsOf(button)));
  });
  const isTooLong =
    keyboard.flat().length > MAX_BUTTONS || Buffer.byteLength(JSON.stringify(rows)) > MAX_KEYBOARD_BYTES;
  if (isTooLong) throw violation('Reply markup is too long');
  if (keyboard.some((row) => row.length > MAX_IN_ROW)) call.violations.push(`more than ${MAX_IN_ROW} buttons in a row`);
  const filled = keyboard.filter((row) => row.length > 0);
  return filled.length > 0 ? { inline_keyboard: filled } : undefined;
}

function readButton(call: Call, button: Fields): Button {
  const text = toText(button['text']);
  if (text === '') throw violation(`Can't parse inline keyboard button: Can't find field "text"`);
  const unknown = Object.keys(button).filter((name) => !BUTTON_FIELDS.has(name));
  call.violations.push(...unknown.map((name) => `unknown field ${name} of a button`));
  if (button['url'] !== undefined) return { text, url: readButtonLink(toText(button['url'])) };
  const data = button['callback_data'];
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data) > MAX_DATA_BYTES) throw violation('BUTTON_DATA_INVALID');
    return { text, callback_data: data };
  }
  if (typeof (button['switch_inline_query'] ?? button['switch_inline_query_current_chat']) === 'string')
    return { ...button, text };
  throw violation("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

function readButtonLink(address: string): string {
  const url = normalizeLink(address);
  if (url === undefined) throw violation(`Inline keyboard button URL '${address}' is invalid`);
  return url;
}
