type Phase = 'before' | 'after';

/** What goes wrong on any platform; `after` the effect: the request is carried out, and its answer lost or falsified. */
export type CommonAction =
  | { kind: 'status'; status: number; phase?: Phase }
  | { kind: 'reset'; phase?: Phase }
  | { kind: 'delay'; ms: number; phase?: Phase }
  | { kind: 'hang'; phase?: Phase }
  | { kind: 'garbage'; phase?: Phase };

export interface Fault<Action> {
  /** The route or method that it meets, `*` for any. */
  on: string;
  /** How many requests it meets; one where nothing is said. */
  times?: number;
  /** How many pass before it. */
  skip?: number;
  action: Action;
}

/** Faults that wait for their requests, as those who answer see them. */
export interface Faults<Action> {
  add(fault: Fault<Action>): void;
  /** What goes wrong with a request of a route or method; undefined where nothing does. */
  meet(asked: string): Action | undefined;
}

/** Faults that wait for their requests. The one told first is met first. */
export function createFaults<Action>(): Faults<Action> {
  const faults: Required<Fault<Action>>[] = [];
  return {
    add({ on, times = 1, skip = 0, action }) {
      faults.push({ on, times, skip, action });
    },
    meet(asked) {
      const matching = faults.filter(({ on, times }) => times > 0 && (on === '*' || on === asked));
      const next = matching.find(({ skip }) => skip === 0);
      for (const fault of matching) fault.skip = Math.max(0, fault.skip - 1);
      if (next) next.times -= 1;
      return next?.action;
    },
  };
}
