import type { Language } from '../../locales/languages.ts';
import type { Address } from '../../subscription/address.ts';
import type { View } from '../../view/view.ts';

/** The port of platforms that can edit what they have delivered. */
export interface Reviser {
  /**
   * Edits the messages of a delivery, without a notification and only while nothing else waits to be sent. It sends no
   * message. Parts that look the same are left alone. Throws only `DeliveryError`: `refused` also if the view has other parts
   * than were sent.
   */
  revise(to: Address, revision: Revision): Promise<void>;
}

/** A delivered view, as it was and as it is to become. */
export interface Revision {
  /** The id of the delivery. */
  id: string;
  /** The language of the texts that the platform adds. */
  language: Language;
  before: View;
  after: View;
  /** The message ids of each part that was sent. */
  confirmedParts: readonly (readonly string[])[];
}
