import { DeliveryError } from '../delivery/delivery-error.ts';

/**
 * What a failure on any platform can be about. `stopped`: it does not let the bot in until the operator acts. `unclear`:
 * the request may have taken effect.
 */
export type CommonAbout = 'stopped' | 'unclear' | 'other';

export interface FailureDetails<About extends string = CommonAbout> {
  reason: DeliveryError['reason'];
  about?: About | CommonAbout;
  message?: string;
  retryAfterMs?: number;
  movedTo?: string;
  unclear?: boolean;
}

/** A failed request to a platform, translated once from what its SDK threw. It has no cause: that may hold a token. */
export class PlatformFailure<About extends string = string> extends DeliveryError {
  override readonly name: string = 'PlatformFailure';
  readonly about: About | CommonAbout;

  constructor({ reason, about = 'other', message, ...options }: FailureDetails<About>) {
    super(reason, options);
    if (message !== undefined) this.message = message;
    this.about = about;
  }
}
