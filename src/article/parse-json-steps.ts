import type { Steps } from '../text/steps.ts';

/** So many bytes of JSON are parsed in one step, unless one string is longer. */
const STEP_BYTES = 131_072;

const [QUOTE, BACKSLASH, COMMA, COLON] = [...Buffer.from('"\\,:')] as [number, number, number, number];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...Buffer.from('[]{}')] as [number, number, number, number];

/** JSON in UTF-8 without white space, as `JSON.stringify` writes it. */
interface Source {
  json: Buffer;
  stepBytes: number;
}

interface Parsed {
  value: unknown;
  /** Where the text after the value begins. */
  end: number;
}

/**
 * Returns what `JSON.parse` makes of JSON without white space, and pauses after each step, so that whoever runs the steps can do
 * other work between them. Throws `SyntaxError` as it does.
 */
export function* parseJsonSteps(json: Buffer, stepBytes: number = STEP_BYTES): Steps<unknown> {
  const { value, end } = yield* parseValue({ json, stepBytes }, 0);
  if (end !== json.length) throw unexpected(json, end);
  return value;
}

function* parseValue(source: Source, at: number): Steps<Parsed> {
  const { json, stepBytes } = source;
  const end = endOfValue(json, at, at + stepBytes);
  if (end === undefined) {
    if (json[at] === OPEN_LIST) return yield* parseList(source, at);
    if (json[at] === OPEN_OBJECT) return yield* parseObject(source, at);
    throw unexpected(json, at);
  }
  const value: unknown = JSON.parse(json.toString('utf8', at, end));
  yield;
  return { value, end };
}

function* parseList(source: Source, start: number): Steps<Parsed> {
  const { json } = source;
  const list: unknown[] = [];
  let at = start;
  do {
    at += 1;
    const end = endOfGroup(source, at);
    if (end === undefined) {
      const item = yield* parseValue(source, at);
      list.push(item.value);
      at = item.end;
    } else {
      for (const item of JSON.parse(`[${json.toString('utf8', at, end)}]`) as unknown[]) list.push(item);
      at = end;
      yield;
    }
  } while (json[at] === COMMA);
  if (json[at] !== CLOSE_LIST) throw unexpected(json, at);
  return { value: list, end: at + 1 };
}

function* parseObject(source: Source, start: number): Steps<Parsed> {
  const { json } = source;
  const members: [string, unknown][] = [];
  if (json[start + 1] === CLOSE_OBJECT) return { value: {}, end: start + 2 };
  let at = start;
  do {
    const colon = endOfString(json, at + 1);
    const key = JSON.parse(json.toString('utf8', at + 1, colon)) as string;
    if (json[colon] !== COLON) throw unexpected(json, colon);
    const { value, end } = yield* parseValue(source, colon + 1);
    members.push([key, value]);
    at = end;
  } while (json[at] === COMMA);
  if (json[at] !== CLOSE_OBJECT) throw unexpected(json, at);
  return { value: Object.fromEntries(members), end: at + 1 };
}

/** The end of as many items of a list as fit into a step; undefined if not even the first does. */
function endOfGroup({ json, stepBytes }: Source, start: number): number | undefined {
  const limit = start + stepBytes;
  let end = endOfValue(json, start, limit);
  for (let next = end; next !== undefined && json[next] === COMMA; ) {
    next = endOfValue(json, next + 1, limit);
    if (next !== undefined && next > limit) break;
    end = next ?? end;
  }
  return end;
}

/** Where a value ends; undefined if it is a list or an object that does not end before the limit. */
function endOfValue(json: Buffer, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const byte = json[at];
    if (depth > 0 && at >= limit) return undefined;
    if (byte === QUOTE) at = endOfString(json, at) - 1;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT)) return at;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return json.length;
}

/** Where the string that begins here ends. */
function endOfString(json: Buffer, start: number): number {
  if (json[start] !== QUOTE) throw unexpected(json, start);
  for (let at = start; ; ) {
    at = json.indexOf(QUOTE, at + 1);
    if (at === -1) throw unexpected(json, json.length);
    let slashes = 0;
    while (json[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
}

function unexpected(json: Buffer, at: number): SyntaxError {
  const what = at < json.length ? 'Unexpected character' : 'Unexpected end';
  return new SyntaxError(`${what} in JSON at position ${at}`);
}
