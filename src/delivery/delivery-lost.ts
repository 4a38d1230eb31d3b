/** Another process may have taken a delivery over: this one must not send it any further. */
export class DeliveryLost extends Error {
  override readonly name = 'DeliveryLost';

  constructor(id: string) {
    super(`Another process has taken over the delivery of ${id}, because this one did not answer in time.`);
  }
}
