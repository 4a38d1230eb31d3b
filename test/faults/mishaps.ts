import type { Random } from './random.ts';

/** The answer of a server. */
export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Something that goes wrong with a request: before the server has it, or with the answer of what the server has done. */
export type Mishap =
  | { kind: 'reset'; isDone: boolean }
  | { kind: 'answer'; isDone: boolean; change(answer: HttpAnswer): HttpAnswer };

type Platform = 'telegram' | 'discord';

const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };
const RETRY_AFTER = 1;

/** A random mishap, as the platform would have it. */
export function pickMishap(platform: Platform, random: Random): Mishap {
  const isDone = random.next() < 0.5;
  const kind = random.pick(['reset', 'error', 'garbage', 'rate', 'shape', 'shape'] as const);
  switch (kind) {
    case 'reset':
      return { kind, isDone };
    case 'error': {
      const status = random.pick([500, 502]);
      return { kind: 'answer', isDone, change: () => ({ status, headers: HTML, body: `<h1>${status}</h1>` }) };
    }
    case 'garbage':
      return { kind: 'answer', isDone: true, change: (answer) => ({ ...answer, body: answer.body.slice(0, -2) }) };
    case 'rate':
      return { kind: 'answer', isDone: false, change: () => rateAnswer(platform) };
    case 'shape': {
      const shape = random.pick(SHAPES);
      return { kind: 'answer', isDone: true, change: (answer) => misshape(platform, answer, shape) };
    }
    default:
      return kind satisfies never;
  }
}

function rateAnswer(platform: Platform): HttpAnswer {
  const headers = { ...JSON_TYPE, 'retry-after': String(RETRY_AFTER) };
  if (platform === 'discord') {
    const body = { message: 'You are being rate limited.', retry_after: RETRY_AFTER, global: false };
    const scope = { 'x-ratelimit-scope': 'user', via: '1.1 google' };
    return { status: 429, headers: { ...headers, ...scope }, body: JSON.stringify(body) };
  }
  const description = `Too Many Requests: retry after ${RETRY_AFTER}`;
  const body = { ok: false, error_code: 429, description, parameters: { retry_after: RETRY_AFTER } };
  return { status: 429, headers, body: JSON.stringify(body) };
}

/** What stands in for a result. */
const SHAPES: readonly ((result: unknown) => unknown)[] = [
  () => null,
  () => undefined,
  () => ({}),
  () => [null],
  withoutIds,
];

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !/^(?:id|message_id|update_id)$/u.test(key)));
}

/** An answer that succeeded, with another result; refusals stay as they are. */
function misshape(platform: Platform, answer: HttpAnswer, shape: (result: unknown) => unknown): HttpAnswer {
  if (answer.status >= 300 || answer.body === '') return answer;
  const body: unknown = JSON.parse(answer.body);
  const changed = platform === 'telegram' ? { ok: true, result: shape(toResult(body)) } : shape(body);
  return { ...answer, body: JSON.stringify(changed) ?? 'null' };
}

function toResult(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : undefined;
}
