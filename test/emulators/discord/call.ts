import type { Upload } from '../read-form.ts';

/** A request from the bot. */
export interface Call {
  readonly method: string;
  /** The method and path template; the path itself for an unknown route. */
  readonly route: string;
  readonly path: string;
  /** The path parameters: `channel_id` and others. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The uploaded files. */
  readonly files: readonly Upload[];
  readonly at: number;
  /** What the platform refuses or silently drops. */
  readonly violations: string[];
  /** The response status; undefined until then. */
  status?: number;
  /** Discord's JSON error code. */
  code?: number;
  /** A 429 with the scope `shared`, which does not count against the bot. */
  isShared?: boolean;
  /** The injected fault, if any. */
  fault?: string;
}

/** Handles one route. Returns the response body; throws `Refusal`. */
export type Method = (call: Call) => unknown;

/** The fields of an object; none for any other value. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A path parameter by name. */
export function idOf({ ids }: Call, name: string): string {
  return ids[name] ?? '';
}

const MAX_PAGE = 100;

/** How many items a list may have: https://docs.discord.com/developers/resources/message#get-channel-messages */
export function pageOf({ query, violations }: Call, byDefault: number): number {
  const limit = Number(query.get('limit') ?? byDefault);
  if (!(limit >= 1 && limit <= MAX_PAGE)) violations.push(`a list of ${query.get('limit')}`);
  return Math.min(limit, MAX_PAGE);
}
