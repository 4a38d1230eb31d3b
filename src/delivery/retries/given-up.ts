import { DeliveryError } from '../delivery-error.ts';

/** Reports a delivery that is not retried any more. */
export class GivenUp extends DeliveryError {
  override readonly name = 'GivenUp';

  constructor(id: string, failure: DeliveryError) {
    super(failure.reason, { cause: failure });
    this.message = `${id} is given up. ${failure.message}`;
  }
}
