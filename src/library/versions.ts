/** A version of an article; the newest is version 1, which is the one shown. */
export interface ArticleVersion {
  stampedAt: string | null;
  addedAt: string;
  title: string;
  file: string;
}

/** The fields that captures of an article are ordered and deduplicated by. */
export interface CaptureStamp {
  /** Ascends in the order in which captures were added. */
  number: number;
  content: string;
  stampedAt: string | null;
  addedAt: string;
}

/**
 * The versions of an article, newest first: by stamp, or by when they were added if there is none. Adjacent captures with
 * the same content are one version, represented by the oldest. If all are stamped, the order of adding does not matter.
 */
export function orderVersions<Stamp extends CaptureStamp>(captures: readonly Stamp[]): Stamp[] {
  const newestFirst = captures.toSorted(
    (a, b) => timeOf(b) - timeOf(a) || compareText(b.addedAt, a.addedAt) || b.number - a.number,
  );
  return newestFirst.filter((capture, at) => newestFirst[at + 1]?.content !== capture.content);
}

function timeOf({ stampedAt, addedAt }: CaptureStamp): number {
  return Date.parse(stampedAt ?? addedAt);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
