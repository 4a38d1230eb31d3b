import { DeliveryError } from '../delivery-error.ts';

/** Reports a delivery that waits long because the platform asked for it. */
export class LongWait extends DeliveryError {
  override readonly name = 'LongWait';

  constructor(id: string, until: Date, failure: DeliveryError) {
    super(failure.reason, { cause: failure });
    this.message = `${id} waits until ${until.toISOString()}, as the platform asked. ${failure.message}`;
  }
}
