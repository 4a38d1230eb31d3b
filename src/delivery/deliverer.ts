import type { Language } from '../locales/languages.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';

/** The port for sending views that nobody requested. */
export interface Deliverer {
  /** Whether its chats can have followers, whom digests are published to. */
  readonly hasFollowers?: true;
  /**
   * Sends a view part by part, in order, without the confirmed parts. Awaits `onPartSent` before the next part, so that
   * delivery can continue there after a crash. Throws only `DeliveryError`, and the errors of `beforePart` and
   * `onPartSent`.
   */
  deliver(to: Address, view: View, options: DeliverOptions): Promise<void>;
}

export interface DeliverOptions {
  /** The id of the delivery. It is the same for each attempt, so that a platform can recognize a part that it has sent. */
  id: string;
  /** The language of the texts that the platform adds. */
  language: Language;
  /** Without a notification sound. */
  silent: boolean;
  /**
   * Also send it to the followers of the chat, once all of it has arrived. Those who have it already do not get it
   * again.
   */
  forFollowers: boolean;
  /** The message ids of each part that was sent. */
  confirmedParts: readonly (readonly string[])[];
  /** When an earlier attempt may have sent the first unconfirmed part, without a confirmation. */
  mayHaveBeenSentSince?: Date;
  /** Called before each part. If it rejects, delivery stops there and `deliver` rejects with the same error. */
  beforePart(part: number): Promise<void>;
  onPartSent(part: number, messages: readonly string[]): Promise<void>;
}
