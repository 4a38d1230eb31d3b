import type { Edition } from '../digest/edition.ts';
import type { Address } from '../subscription/address.ts';
import type { Delivered, Delivery, Outcome } from './delivery.ts';

/**
 * Deliveries on their way. Nothing added is lost, whatever happens; nothing is added twice. What is said of one that has
 * ended or was removed meanwhile changes nothing.
 */
export interface DeliveryQueue {
  /** Adds each edition whose id is not known, not even as one that has ended, to be sent at once. Durable when it resolves. */
  add(editions: readonly Edition[], now: Date): Promise<void>;
  /**
   * Takes those of a platform that may be tried now, in the order in which they were added, however often they were tried;
   * a taken one is nobody else's. One that is put off for longer than two days was so by a clock that was wrong: it may be tried.
   */
  take(platform: string, now: Date, limit: number): Promise<readonly Delivery[]>;
  /** Keeps what is being sent, and how far it came. Durable when it resolves. */
  note(id: string, progress: Pick<Delivery, 'view' | 'done'>): Promise<void>;
  /** Gives one back, to be tried again at an instant. */
  again(id: string, next: { at: Date; reason: string; tries: number }): Promise<void>;
  /** Ends one. Its view is kept only where it can be sent again. Durable when it resolves. */
  finish(id: string, outcome: Outcome, ended: { at: Date; reason?: string }): Promise<void>;
  /** Gives back everything that was taken: by a process that has died. */
  release(): Promise<void>;
  /**
   * Ends as merged those of a subscription that are in nobody's hands and of which nothing can have been sent, since no view
   * and no part of them is noted; and adds the edition that `into` makes of them. All of that or, where `into` makes none or
   * its id is known, nothing. Gives those that ended, in the order of adding.
   */
  absorb(
    subscription: string,
    now: Date,
    into?: (absorbed: readonly Edition[]) => Edition | undefined,
  ): Promise<readonly Edition[]>;
  /** Puts a failed or dropped one back, with all its tries, to go on where it stopped; whether there was one. */
  resend(id: string, now: Date): Promise<boolean>;
  /** Those of a chat that are on their way or have failed, and the last few that were sent, in the order of adding; 100 at most. */
  of(chat: Pick<Address, 'platform' | 'chat'>): Promise<readonly (Delivery | Delivered)[]>;
  /** An edition that is or was here. */
  get(id: string): Promise<Delivery | Delivered | undefined>;
  /** How many are on their way, and when the next that nobody holds may be tried: in the past where one may be now. */
  backlog(platform?: string): Promise<{ waiting: number; failed: number; nextAt: Date | undefined }>;
  /** Forgets what ended before an instant. Its ids count as never added then. */
  forget(before: Date): Promise<void>;
  /** Removes all of a chat, and all that is known of it. */
  remove(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** A chat has another id now. */
  move(from: Pick<Address, 'platform' | 'chat'>, to: Pick<Address, 'platform' | 'chat'>): Promise<void>;
}
