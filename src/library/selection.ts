/** Which articles a chat wants, in the words of a person; an empty list does not filter. */
export interface Selection {
  /** Articles of any of these sites. */
  sources: readonly string[];
  /** Articles with any of these words. */
  topics: readonly string[];
  /** Articles with none of these words. */
  without: readonly string[];
}

/** The selection of all articles. */
export const EVERYTHING: Selection = { sources: [], topics: [], without: [] };

/** Whether a selection leaves no article out. */
export function selectsEverything({ sources, topics, without }: Selection): boolean {
  return sources.length + topics.length + without.length === 0;
}
