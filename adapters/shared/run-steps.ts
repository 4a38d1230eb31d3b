import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RunSteps } from '../../src/text/steps.ts';

/** Runs each step in a turn of its own of the event loop, so that the process goes on answering. */
export const runSteps: RunSteps = async (steps) => {
  let step = steps.next();
  while (step.done !== true) {
    await nextTurn();
    step = steps.next();
  }
  return step.value;
};
