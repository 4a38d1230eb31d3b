/** Why a store cannot do what was asked of it. */
export type StoreFailure = 'full' | 'busy' | 'read-only' | 'damaged' | 'newer' | 'unusable' | 'closed';

/** The store is out of reach. The message is one line for the operator: which file, what happened, what helps. */
export class StoreError extends Error {
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.reason = reason;
  }
}
