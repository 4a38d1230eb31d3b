type Phase = 'before' | 'after';

/** A failure that any platform can have. In the phase `after`, the request takes effect and only its response is lost or corrupted. */
export type CommonAction =
  | { kind: 'status'; status: number; phase?: Phase }
  | { kind: 'reset'; phase?: Phase }
  | { kind: 'delay'; ms: number; phase?: Phase }
  | { kind: 'hang'; phase?: Phase }
  | { kind: 'garbage'; phase?: Phase };

export interface Fault<Action> {
  /** The route or method that fails; `*` is any. */
  on: string;
  /** How many requests fail; one by default. */
  times?: number;
  /** How many requests succeed first. */
  skip?: number;
  action: Action;
}

/** Faults waiting for their requests. */
export interface Faults<Action> {
  add(fault: Fault<Action>): void;
  /** Removes and returns the fault for a request to a route or method; undefined if it should succeed. */
  take(target: string): Action | undefined;
}

/** Faults waiting for their requests, first in, first out. */
export function createFaults<Action>(): Faults<Action> {
  const faults: Required<Fault<Action>>[] = [];
  return {
    add({ on, times = 1, skip = 0, action }) {
      faults.push({ on, times, skip, action });
    },
    take(target) {
      const matching = faults.filter(({ on, times }) => times > 0 && (on === '*' || on === target));
      const next = matching.find(({ skip }) => skip === 0);
      for (const fault of matching) fault.skip = Math.max(0, fault.skip - 1);
      if (next) next.times -= 1;
      return next?.action;
    },
  };
}
