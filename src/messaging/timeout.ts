import type { Clock } from '../clock.ts';

/** The result of the work, or undefined if that takes longer. The work itself goes on. */
export function withTimeout<Result>(
  work: Promise<Result>,
  timeoutMs: number,
  { after }: Pick<Clock, 'after'>,
): Promise<Result | undefined> {
  const timeout = Promise.withResolvers<undefined>();
  const cancel = after(timeoutMs, () => timeout.resolve(undefined));
  return Promise.race([work, timeout.promise]).finally(cancel);
}
