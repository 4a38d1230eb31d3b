import type { Clock } from '../../src/clock.ts';

/** What the work resolves to, or undefined where that takes longer. */
export function orLater<Result>(work: Promise<Result>, waitMs: number, clock: Pick<Clock, 'after'>) {
  let cancel = (): void => undefined;
  const later = new Promise<undefined>((resolve) => {
    cancel = clock.after(waitMs, () => resolve(undefined));
  });
  return Promise.race([work, later]).finally(() => cancel());
}
