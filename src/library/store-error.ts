/** Why a store cannot be used. */
export type StoreFailure =
  | 'full'
  | 'busy'
  | 'read-only'
  | 'damaged'
  | 'newer'
  | 'foreign'
  | 'empty'
  | 'incomplete'
  | 'rescued'
  | 'deleted'
  | 'in-use'
  | 'unreadable'
  | 'unusable'
  | 'closed'
  | 'server-lost'
  | 'server-busy'
  | 'server-full'
  | 'server-read-only'
  | 'server-damaged'
  | 'foreign-database'
  | 'no-database'
  | 'denied'
  | 'dump'
  | 'no-state'
  | 'same-store'
  | 'not-empty'
  | 'other-migration'
  | 'migrating'
  | 'differs'
  | 'no-number'
  | 'server-backup'
  | 'no-articles';

/** The store cannot be used. The message is one line for the operator: which store, what happened, what to do. */
export class StoreError extends Error {
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.reason = reason;
  }
}
