/** One request of the bot's. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: number;
  /** What the platform refuses or silently mends in it. */
  readonly breaches: string[];
  /** Ends when the bot hangs up. */
  readonly hungUp: AbortSignal;
  /** How it was answered; undefined while it is not. */
  status?: number;
  description?: string;
  /** The fault that it met. */
  fault?: string;
}

/** Carries out one method of the Bot API; throws `Refusal`. */
export type Method = (call: Call) => unknown;

/** A request is answered with an error. A breach is a mistake of the bot's, anything else can happen to the best. */
export class Refusal extends Error {
  readonly code: number;
  readonly breach: boolean;
  readonly parameters: object | undefined;

  constructor(code: number, description: string, more: { breach?: boolean; parameters?: object } = {}) {
    super(description);
    this.code = code;
    this.breach = more.breach ?? false;
    this.parameters = more.parameters;
  }
}

/** The bot asked for something that is not there, or not any more. */
export function bad(message: string, parameters?: object): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(message)}`, parameters && { parameters });
}

/** The bot broke a rule that it could have known. */
export function breach(message: string): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(message)}`, { breach: true });
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

/** A parameter that is a structure: in forms it comes as text. */
export function toStructure(value: unknown, what: string): unknown {
  if (value === '' || value === null) return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw Object.assign(breach(`Can't parse ${what} JSON object`), { cause });
  }
}

/** The fields of an object, of anything else none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Telegram begins an error in lower case, but for names in capitals. */
function lowerFirst(message: string): string {
  return /^.[_A-Z]/.test(message) ? message : message.charAt(0).toLowerCase() + message.slice(1);
}
