import type { Edition } from '../digest/edition.ts';
import type { Address } from '../subscription/address.ts';
import type { Delivered, Delivery, Outcome } from './delivery.ts';

/**
 * The queue of deliveries. It loses nothing that was added, even in a crash, and adds nothing twice. A change to a delivery
 * that has ended or was removed has no effect. A change by a process that has lost a delivery to another one has none either,
 * and rejects with `DeliveryLost` if it is progress or an outcome.
 */
export interface DeliveryQueue {
  /** Adds each edition with a new id, to be sent at once. The id of a delivery that has ended is not new. Durable when it resolves. */
  add(editions: readonly Edition[], now: Date): Promise<void>;
  /**
   * Takes deliveries of a platform that are ready, in the order of adding. Nobody else gets a taken one. A delivery that is
   * delayed for more than two days is ready too: only a wrong clock delays one for so long.
   */
  take(platform: string, now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Rejects with `DeliveryLost` if another process may have taken a delivery over that this one has taken. */
  assertHeld(id: string): Promise<void>;
  /** Records what is being sent, and which parts are confirmed. With another part, attempts start anew. Durable when it resolves. */
  recordProgress(id: string, progress: Pick<Delivery, 'view' | 'confirmedParts'>): Promise<void>;
  /** Gives a delivery back, to be retried at an instant. */
  retryAt(id: string, next: { at: Date; reason: string; attempts: number }): Promise<void>;
  /** Ends a delivery. Keeps its view only if it can be sent again. Durable when it resolves. */
  complete(id: string, outcome: Outcome, ended: { at: Date; reason?: string }): Promise<void>;
  /** Gives back everything that was taken by a process that has died, and by this one earlier. */
  release(): Promise<void>;
  /**
   * Replaces the unsent deliveries of a subscription by the edition that `merge` makes of them, and ends them as merged. Unsent
   * are those that nobody has taken and that have neither a view nor a confirmed part. If `merge` returns nothing, or an
   * edition with a known id, nothing changes. Returns the merged editions in the order of adding.
   */
  mergeUnsent(
    subscription: string,
    now: Date,
    merge?: (unsent: readonly Edition[]) => Edition | undefined,
  ): Promise<readonly Edition[]>;
  /** Puts a failed, dropped or delayed delivery back, with a fresh count of attempts, to continue where it stopped at once. Returns whether it could. */
  resend(id: string, now: Date): Promise<boolean>;
  /**
   * Deliveries of a chat that are pending or have failed, and the last few that were sent or that were dropped because the bot
   * could not post, in the order of adding; at most 120.
   */
  forChat(chat: Pick<Address, 'platform' | 'chat'>): Promise<readonly (Delivery | Delivered)[]>;
  get(id: string): Promise<Delivery | Delivered | undefined>;
  /** Counts pending and failed deliveries. `nextAt` is when the next one that nobody has taken is ready; it may be past. */
  backlog(platform?: string): Promise<{ waiting: number; failed: number; nextAt: Date | undefined }>;
  /** Deletes deliveries that ended before an instant. Their ids are new again. */
  deleteEndedBefore(instant: Date): Promise<void>;
  /** Deletes everything about a chat. */
  removeChat(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** Follows a chat to its new id. */
  moveChat(from: Pick<Address, 'platform' | 'chat'>, to: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}
