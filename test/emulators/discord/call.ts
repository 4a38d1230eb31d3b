/** One request of the bot's. */
export interface Call {
  readonly method: string;
  /** The method and the path's template; the path itself where there is no such route. */
  readonly route: string;
  readonly path: string;
  /** What stands in the path: `channel_id` and others. */
  readonly ids: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly at: number;
  /** What the platform refuses or silently drops of it. */
  readonly breaches: string[];
  /** How it was answered; undefined while it is not. */
  status?: number;
  /** The platform's number for what was wrong. */
  code?: number;
  /** A 429 that is for all bots, and nobody's fault. */
  isShared?: boolean;
  /** The fault that it met. */
  fault?: string;
}

/** Carries out one route; throws `Refusal`. What it returns is the answer's body. */
export type Method = (call: Call) => unknown;

/** The fields of an object, of anything else none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A part of the path by its name. */
export function idOf({ ids }: Call, name: string): string {
  return ids[name] ?? '';
}
