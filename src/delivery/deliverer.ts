import type { Language } from '../locales/languages.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';

/** A platform that can say something that nobody asked for. */
export interface Deliverer {
  /**
   * Sends a view part by part, in order, but for the parts that are `done`. Each part is told to `sent` before the next one
   * goes out, so that after a crash it can go on there. Throws only `DeliveryError`, and what `begin` and `sent` reject with.
   */
  deliver(to: Address, view: View, options: DeliverOptions): Promise<void>;
}

export interface DeliverOptions {
  /** Names the delivery, the same whenever it is tried again, so that a platform can tell a part it has seen. */
  id: string;
  /** The language of what the platform itself adds. */
  language: Language;
  /** Without a sound on the reader's side. */
  silent: boolean;
  /** Where the platform knows followers of a chat, they get it too, once all of it has arrived; who have it already do not get it again. */
  forFollowers: boolean;
  /** The ids of the messages of each part that was sent already. */
  confirmedParts: readonly (readonly string[])[];
  /** Since when an earlier try may have sent the part behind those, without anybody having heard of it. */
  mayHaveBeenSentSince?: Date;
  /** Is told of each part before it is sent; what it rejects with ends the delivery there, and is thrown on as it is. */
  beforePart(part: number): Promise<void>;
  onPartSent(part: number, messages: readonly string[]): Promise<void>;
}
