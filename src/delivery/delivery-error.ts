/**
 * Why something could not be delivered. `gone`: the chat is not there any more. `moved`: it has another id now. `busy`: try
 * again later. `refused`: not in this form. `forbidden`: not without a permission.
 */
export class DeliveryError extends Error {
  override readonly name: string = 'DeliveryError';
  readonly reason: 'gone' | 'moved' | 'busy' | 'refused' | 'forbidden';
  /** How long the platform wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The chat's new id. */
  readonly movedTo: string | undefined;
  /** Whether it may have been sent all the same, and would be shown twice if it is sent again. */
  readonly unclear: boolean;
  /** Whether every part of it has arrived, and only the followers of the chat have not got it. */
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
  retryAfterMs?: number;
  movedTo?: string;
  unclear?: boolean;
  arrived?: boolean;
  cause?: unknown;
}
