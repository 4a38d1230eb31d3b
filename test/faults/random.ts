/** Random numbers that come again with their seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** From 0 up to a number. */
  below(most: number): number;
  /** One of several. */
  pick<Value>(of: readonly Value[]): Value;
}

/** Mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    below: (most) => next() * most,
    pick<Value>(of: readonly Value[]): Value {
      const picked = of[Math.floor(next() * of.length)];
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
  };
}

/** The seed of a run: that of `FAULTS_SEED`, else one of its own, which is said. */
export function readSeed(): number {
  const seed = Number(process.env['FAULTS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`FAULTS_SEED=${seed}`);
  return seed;
}
