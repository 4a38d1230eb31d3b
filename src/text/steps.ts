/** A computation that pauses after each step, so that whoever runs it can do other work between them. */
export type Steps<Result> = Generator<void, Result>;

/** Runs the steps of a computation, and lets others work between them. */
export type RunSteps = <Result>(steps: Steps<Result>) => Promise<Result>;

/** Runs all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
