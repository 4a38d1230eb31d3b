import type { Call } from './call.ts';

/** What goes wrong; `after` the effect: the request is carried out, and its answer lost or falsified. */
export type FaultAction =
  | { kind: 'status'; status: number; phase?: Phase }
  | { kind: 'error'; code: number; message: string; parameters?: object }
  | { kind: 'rate'; retryAfter: number }
  | { kind: 'reset'; phase?: Phase }
  | { kind: 'delay'; ms: number; phase?: Phase }
  | { kind: 'hang' }
  | { kind: 'garbage'; phase?: Phase };

type Phase = 'before' | 'after';

export interface Fault {
  /** The method that it meets, `*` for any. */
  on: string;
  /** How many requests it meets; one where nothing is said. */
  times?: number;
  /** How many pass before it. */
  skip?: number;
  action: FaultAction;
}

/** Faults that wait for their requests. The one told first is met first. */
export function createFaults() {
  const faults: { on: string; skip: number; times: number; action: FaultAction }[] = [];
  return {
    add: ({ on, times = 1, skip = 0, action }: Fault) => faults.push({ on, times, skip, action }),
    meet({ method }: Call): FaultAction | undefined {
      const matching = faults.filter((fault) => fault.times > 0 && (fault.on === '*' || fault.on === method));
      const next = matching.find(({ skip }) => skip === 0);
      for (const fault of matching) fault.skip = Math.max(0, fault.skip - 1);
      if (next) next.times -= 1;
      return next?.action;
    },
  };
}
