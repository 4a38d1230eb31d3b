import type { DeliverOptions } from '../../src/delivery/deliverer.ts';

/** How an edition is delivered for the first time, aloud and with nobody to tell, but for what a test says of it. */
export function makeDeliverOptions(overrides: Partial<DeliverOptions> = {}): DeliverOptions {
  return {
    id: 'reading@noon',
    language: 'en',
    silent: false,
    forFollowers: false,
    confirmedParts: [],
    beforePart: async () => undefined,
    onPartSent: async () => undefined,
    ...overrides,
  };
}
