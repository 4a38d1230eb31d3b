/**
 * A failed delivery. `gone`: the chat does not exist any more, or the bot was removed. `moved`: the chat has a new id. `busy`:
 * retry later. `refused`: the platform rejects the message. `forbidden`: a permission is missing.
 */
export class DeliveryError extends Error {
  override readonly name: string = 'DeliveryError';
  readonly reason: 'gone' | 'moved' | 'busy' | 'refused' | 'forbidden';
  /** The pause that the platform asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The chat's new id. */
  readonly movedTo: string | undefined;
  /** Whether the message may have arrived anyway, so that a retry may show it twice. */
  readonly unclear: boolean;
  /** Whether every part has arrived, and only the followers of the chat are missing. */
  readonly arrived: boolean;

  constructor(reason: DeliveryError['reason'], options: DeliveryErrorOptions = {}) {
    const { retryAfterMs, movedTo, unclear, arrived, cause } = options;
    super(`Not delivered: ${reason}.`, { cause });
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.movedTo = movedTo;
    this.unclear = unclear ?? false;
    this.arrived = arrived ?? false;
  }
}

interface DeliveryErrorOptions {
  retryAfterMs?: number | undefined;
  movedTo?: string;
  unclear?: boolean;
  arrived?: boolean;
  cause?: unknown;
}
