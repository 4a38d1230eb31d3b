/** Reports that a connection is lost, and that it is back; each only once. */
export interface ConnectionReporter<Failure> {
  lost(why: Failure): void;
  back(): void;
}

export type ReportConnection<Failure> = (news: 'lost' | 'back', why: Failure | undefined) => void;

/** Starts connected. With `eachCause`, a connection that stays lost for another cause is reported again. */
export function createConnectionReporter<Failure extends Error>(
  report: ReportConnection<Failure>,
  { eachCause = false }: { eachCause?: boolean } = {},
): ConnectionReporter<Failure> {
  let reported: Failure | undefined;
  return {
    lost(why) {
      if (reported === undefined || (eachCause && reported.message !== why.message)) report('lost', why);
      reported = why;
    },
    back() {
      if (reported !== undefined) report('back', undefined);
      reported = undefined;
    },
  };
}
