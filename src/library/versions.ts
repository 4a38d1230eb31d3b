/** One capture of an article; the newest is version 1, and it is the one that is shown. */
export interface ArticleVersion {
  stampedAt: string | null;
  addedAt: string;
  title: string;
  file: string;
}

/** What orders the captures of an article and tells whether two show the same. */
export interface CaptureStamp {
  /** Counts up as captures come. */
  number: number;
  content: string;
  stampedAt: string | null;
  addedAt: string;
}

/**
 * The versions of an article, newest first: by stamp, or by when they came where there is none. Captures next to each
 * other that show the same are one version, and the first of them stands for it. The order in which captures came does
 * not matter where they are stamped.
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
