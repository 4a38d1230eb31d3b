import type { Keywords } from '../../src/library/keywords.ts';

/** Keywords as a test tells them; none unless told. */
export function createFakeKeywords(told: Partial<Keywords> = {}): Keywords {
  return { of: async () => [], related: async () => [], current: async () => [], ...told };
}
