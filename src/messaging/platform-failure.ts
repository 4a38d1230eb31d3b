import { DeliveryError } from '../delivery/delivery-error.ts';

/**
 * What a failure on any platform can be about. `stopped`: it does not let the bot in until the operator acts. `unclear`:
 * the request may have taken effect.
 */
export type CommonKind = 'stopped' | 'unclear' | 'other';

export interface FailureDetails<Kind extends string = CommonKind> {
  reason: DeliveryError['reason'];
  /** The HTTP status; without it, no answer came. */
  status?: number | undefined;
  kind?: Kind | CommonKind;
  message?: string;
  retryAfterMs?: number;
  movedTo?: string;
  unclear?: boolean;
}

/** A failed request to a platform, translated once from what its SDK threw. It has no cause: that may hold a token. */
export class PlatformFailure<Kind extends string = string> extends DeliveryError {
  override readonly name: string = 'PlatformFailure';
  readonly kind: Kind | CommonKind;
  /** The HTTP status; undefined if no answer came. */
  readonly status: number | undefined;

  constructor({ reason, status, kind = 'other', message, ...options }: FailureDetails<Kind>) {
    super(reason, options);
    if (message !== undefined) this.message = message;
    this.kind = kind;
    this.status = status;
  }
}
