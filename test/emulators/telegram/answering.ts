import { bad, breach, type Call, fieldsOf, type Method, toBoolean, toStructure, toText } from './call.ts';
import { readKeyboard, readTextContent } from './content.ts';
import type { Content, InlineResult, Press, Question } from './model.ts';

/** What people wait for an answer to. */
export interface Asked<Item> {
  item: Item;
  at: number;
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
const MAX_RESULTS = 50;
const MAX_ID_BYTES = 64;
const MAX_NOTICE = 200;

interface Deps {
  presses: Asked<Press>[];
  questions: Asked<Question>[];
  ttlMs: number;
}

/** The methods that answer a pressed button and an inline query, once and in time. */
export function createAnsweringMethods({ presses, questions, ttlMs }: Deps): Record<string, Method> {
  function open<Item extends Press | Question>(asked: readonly Asked<Item>[], id: unknown): Item {
    const found = asked.find(({ item }) => item.id === id);
    if (!found || found.item.answer || Date.now() - found.at >= ttlMs) throw bad(TOO_OLD);
    return found.item;
  }

  return {
    answerCallbackQuery(call) {
      const { callback_query_id: id, text: given, show_alert, url } = call.params;
      const text = toText(given);
      if (text.length > MAX_NOTICE) throw breach('MESSAGE_TOO_LONG');
      const link = toText(url);
      // Other addresses are for games: https://core.telegram.org/bots/api#answercallbackquery
      if (link !== '' && !/^https:\/\/t\.me\/\w+\?start=[\w-]{1,64}$/.test(link)) throw breach('URL_INVALID');
      const shown = { ...(text !== '' && { text }), ...(link !== '' && { url: link }) };
      open(presses, id).answer = { ...shown, show_alert: toBoolean(show_alert) };
      return true;
    },
    answerInlineQuery(call) {
      const results = readResults(call);
      const next = toText(call.params['next_offset']);
      if (Buffer.byteLength(next) > MAX_ID_BYTES) throw breach('NEXT_OFFSET_INVALID');
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
  const given = toStructure(call.params['button'], 'inline query results button');
  if (given === undefined) return undefined;
  const [text, start] = ['text', 'start_parameter'].map((field) => toText(fieldsOf(given)[field]));
  if (!text) throw breach("Can't parse inline query results button: Text must be non-empty");
  if (!start || !/^[\w-]{1,64}$/.test(start)) throw breach('START_PARAM_INVALID');
  return { text, start_parameter: start };
}

function readResults(call: Call): InlineResult[] {
  const results = toStructure(call.params['results'], 'inline query results');
  if (!Array.isArray(results)) throw breach('Expected an Array of inline query results');
  if (results.length > MAX_RESULTS) throw breach('RESULTS_TOO_MUCH');
  const ids = new Set<string>();
  return results.map((given: unknown) => {
    const result = fieldsOf(given);
    const id = toText(result['id']);
    if (id === '' || Buffer.byteLength(id) > MAX_ID_BYTES) throw breach('RESULT_ID_INVALID');
    if (ids.has(id)) throw breach('RESULT_ID_DUPLICATE');
    ids.add(id);
    return { ...result, id, type: toText(result['type']), shown: readShown(call, result) };
  });
}

function readShown(call: Call, result: Readonly<Record<string, unknown>>): Content {
  const missing = (field: string) => breach(`Can't parse inline query result: Can't find field "${field}"`);
  if (result['type'] !== 'article') throw breach('Unsupported type of an inline query result');
  if (toText(result['title']) === '') throw missing('title');
  if (result['input_message_content'] === undefined) throw missing('input_message_content');
  const keyboard = readKeyboard(call, result['reply_markup']);
  const content = readTextContent(call, fieldsOf(result['input_message_content']));
  return { ...content, ...(keyboard && { reply_markup: keyboard }) };
}
