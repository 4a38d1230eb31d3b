import type { Value } from './database.ts';

/** The values of a statement that is put together from parts. */
export interface Bindings {
  values: Value[];
  /** Adds a value, and returns its placeholder. */
  bind(value: Value): string;
}

/** Creates the bindings of one statement. */
export function createBindings(): Bindings {
  const values: Value[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
