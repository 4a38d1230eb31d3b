export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Wall-clock times, `HH:MM`, between which nothing is sent. They may span midnight. */
export interface QuietHours {
  from: string;
  to: string;
}

/** When digests are sent, by the wall clock of a zone. */
export type Schedule =
  /** At each of the times (`HH:MM`) on each of the days (1 for Monday to 7 for Sunday). Both are sorted, unique and not empty. */
  | { kind: 'daily'; times: readonly string[]; days: readonly number[]; zone: string }
  /** As soon as articles arrive. Those that arrive in quiet hours are sent together when they end. */
  | { kind: 'instant'; zone: string; quiet: QuietHours | null };
