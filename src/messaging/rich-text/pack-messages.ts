/** How a platform measures the load of a message, and how it divides a part that is too large. */
export interface Budget<Part, Load> {
  /** The load of a message without parts. */
  readonly empty: Load;
  /** The load after one more part; `previous` is the part before it in the same message. */
  add(load: Load, part: Part, previous: Part | undefined): Load;
  fits(load: Load): boolean;
  /**
   * Divides a part that is too large for any message: a head that fits beside the load, and the rest if there is one.
   * Undefined if the part cannot be divided, or if too little of it would fit.
   */
  cut(part: Part, load: Load, previous: Part | undefined): readonly Part[] | undefined;
  /** Whether the rest of a divided part begins the next message, even if some of it would fit beside the head. */
  readonly cutEndsMessage?: boolean;
}

/**
 * Packs parts into as few messages as their order allows: divides between parts if possible, else inside a part.
 * A part that is too large and cannot be divided gets a message of its own.
 */
export function packMessages<Part, Load>(parts: readonly Part[], budget: Budget<Part, Load>): Part[][] {
  const messages: Part[][] = [];
  const queue = parts.toReversed();
  let message: Part[] = [];
  let load = budget.empty;
  const finishMessage = (): void => {
    if (message.length > 0) messages.push(message);
    message = [];
    load = budget.empty;
  };
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    const previous = message.at(-1);
    const next = budget.add(load, part, previous);
    if (budget.fits(next)) {
      load = next;
      message.push(part);
      continue;
    }
    const fitsAlone = budget.fits(budget.add(budget.empty, part, undefined));
    const pieces = fitsAlone ? undefined : budget.cut(part, load, previous);
    if (pieces !== undefined && budget.cutEndsMessage === true) {
      message.push(...pieces.slice(0, 1));
      queue.push(...pieces.slice(1));
      finishMessage();
    } else if (pieces !== undefined) queue.push(...pieces.toReversed());
    else if (message.length === 0) messages.push([part]);
    else {
      queue.push(part);
      finishMessage();
    }
  }
  finishMessage();
  return messages;
}
