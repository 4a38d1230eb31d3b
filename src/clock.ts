/** Time, passed in. `after` calls once, later, and gives what takes that back. */
export interface Clock {
  nowMs(): number;
  after(delayMs: number, call: () => void): () => void;
}

/** Resolves when the work has ended or so long has passed; rejects with what the work rejects with until then. */
export async function waitAtMost(work: Promise<unknown>, forMs: number, after: Clock['after']): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const cancel = after(forMs, patience.resolve);
  await Promise.race([work, patience.promise]).finally(cancel);
}
