import { badRequest, type Call, fieldsOf, type Method, toBoolean, toStructure, toText, violation } from './call.ts';
import { readKeyboard, readTextContent } from './content.ts';
import type { CallbackQuery, Content, InlineQuery, InlineResult } from './model.ts';

/** A query that waits for the bot's answer. */
export interface Pending<Item> {
  item: Item;
  at: number;
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
const MAX_RESULTS = 50;
const MAX_ID_BYTES = 64;
const MAX_NOTICE = 200;

interface Deps {
  presses: Pending<CallbackQuery>[];
  questions: Pending<InlineQuery>[];
  ttlMs: number;
}

/** The methods that answer callback and inline queries, which must come once and in time. */
export function createQueryMethods({ presses, questions, ttlMs }: Deps): Record<string, Method> {
  function open<Item extends CallbackQuery | InlineQuery>(pending: readonly Pending<Item>[], id: unknown): Item {
    const found = pending.find(({ item }) => item.id === id);
    if (!found || found.item.answer || Date.now() - found.at >= ttlMs) throw badRequest(TOO_OLD);
    return found.item;
  }

  return {
    answerCallbackQuery(call) {
      const { callback_query_id: id, text: value, show_alert, url } = call.params;
      const text = toText(value);
      if (text.length > MAX_NOTICE) throw violation('MESSAGE_TOO_LONG');
      const link = toText(url);
      // Other addresses are for games: https://core.telegram.org/bots/api#answercallbackquery
      if (link !== '' && !/^https:\/\/t\.me\/\w+\?start=[\w-]{1,64}$/.test(link)) throw violation('URL_INVALID');
      const answer = { ...(text !== '' && { text }), ...(link !== '' && { url: link }) };
      open(presses, id).answer = { ...answer, show_alert: toBoolean(show_alert) };
      return true;
    },
    answerInlineQuery(call) {
      const results = readResults(call);
      const next = toText(call.params['next_offset']);
      if (Buffer.byteLength(next) > MAX_ID_BYTES) throw violation('NEXT_OFFSET_INVALID');
      const button = readButton(call);
      open(questions, call.params['inline_query_id']).answer = {
        results,
        ...(next !== '' && { next_offset: next }),
        ...(button && { button }),
      };
      return true;
    },
  };
}

/** The button above the results: https://core.telegram.org/bots/api#inlinequeryresultsbutton */
function readButton(call: Call): { text: string; start_parameter: string } | undefined {
  const value = toStructure(call.params['button'], 'inline query results button');
  if (value === undefined) return undefined;
  const [text, start] = ['text', 'start_parameter'].map((field) => toText(fieldsOf(value)[field]));
  if (!text) throw violation("Can't parse inline query results button: Text must be non-empty");
  if (!start || !/^[\w-]{1,64}$/.test(start)) throw violation('START_PARAM_INVALID');
  return { text, start_parameter: start };
}

function readResults(call: Call): InlineResult[] {
  const results = toStructure(call.params['results'], 'inline query results');
  if (!Array.isArray(results)) throw violation('Expected an Array of inline query results');
  if (results.length > MAX_RESULTS) throw violation('RESULTS_TOO_MUCH');
  const ids = new Set<string>();
  return results.map((value: unknown) => {
    const result = fieldsOf(value);
    const id = toText(result['id']);
    if (id === '' || Buffer.byteLength(id) > MAX_ID_BYTES) throw violation('RESULT_ID_INVALID');
    if (ids.has(id)) throw violation('RESULT_ID_DUPLICATE');
    ids.add(id);
    return { ...result, id, type: toText(result['type']), content: readResultContent(call, result) };
  });
}

function readResultContent(call: Call, result: Readonly<Record<string, unknown>>): Content {
  const missing = (field: string) => violation(`Can't parse inline query result: Can't find field "${field}"`);
  if (result['type'] !== 'article') throw violation('Unsupported type of an inline query result');
  if (toText(result['title']) === '') throw missing('title');
  if (result['input_message_content'] === undefined) throw missing('input_message_content');
  const keyboard = readKeyboard(call, result['reply_markup']);
  const content = readTextContent(call, fieldsOf(result['input_message_content']));
  return { ...content, ...(keyboard && { reply_markup: keyboard }) };
}
