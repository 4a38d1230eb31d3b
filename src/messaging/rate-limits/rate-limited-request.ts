/** Answers to people go before pushed digests, and these before revisions of digests that were sent. */
export type Priority = 'answer' | 'push' | 'revision';

/** A request that waits until its limits allow it. */
export interface RateLimitedRequest {
  chat: string;
  priority: Priority;
  /** How many messages it makes. */
  cost: number;
  /** The person who is answered. */
  by?: string;
}
