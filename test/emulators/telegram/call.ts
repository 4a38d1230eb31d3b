/** A request from the bot. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: number;
  /** What the platform refuses or silently corrects. */
  readonly violations: string[];
  /** Aborts when the bot closes the connection. */
  readonly hungUp: AbortSignal;
  /** The response status; undefined until then. */
  status?: number;
  description?: string;
  /** The injected fault, if any. */
  fault?: string;
}

/** Handles one method of the Bot API; throws `Refusal`. */
export type Method = (call: Call) => unknown;

/** An error response to a request. A violation is a mistake of the bot; a correct bot can get all other errors. */
export class Refusal extends Error {
  readonly code: number;
  readonly isViolation: boolean;
  readonly parameters: object | undefined;

  constructor(code: number, description: string, more: { isViolation?: boolean; parameters?: object } = {}) {
    super(description);
    this.code = code;
    this.isViolation = more.isViolation ?? false;
    this.parameters = more.parameters;
  }
}

/** The request refers to something that does not exist (any more). */
export function badRequest(message: string, parameters?: object): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(message)}`, parameters && { parameters });
}

/** The request breaks a rule of the API. */
export function violation(message: string): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(message)}`, { isViolation: true });
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, `Forbidden: ${message}`);
}

export function tooMany(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { parameters: { retry_after: retryAfter } });
}

export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function toBoolean(value: unknown): boolean {
  return value === true || /^(?:true|yes|1)$/i.test(toText(value));
}

/** Parses a structured parameter, which forms send as JSON text. */
export function toStructure(value: unknown, what: string): unknown {
  if (value === '' || value === null) return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw Object.assign(violation(`Can't parse ${what} JSON object`), { cause });
  }
}

/** The fields of an object; none for any other value. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Telegram's errors begin in lower case, except for names in capitals. */
function lowerFirst(message: string): string {
  return /^.[_A-Z]/.test(message) ? message : message.charAt(0).toLowerCase() + message.slice(1);
}
