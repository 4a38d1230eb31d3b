/** Which articles; an empty list leaves nothing out. Words are plain words. */
export interface Selection {
  /** Any of these sites. */
  sources: readonly string[];
  /** With any of these words. */
  topics: readonly string[];
  /** With none of these words. */
  without: readonly string[];
}
