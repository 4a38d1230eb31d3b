import { describe, expect, it } from 'vitest';
import { deliverParts } from '../../src/messaging/deliver-parts.ts';

describe('the parts of a delivery', () => {
  it('are sent in order after those that were sent earlier, each confirmed before the next', async () => {
    const steps: string[] = [];
    const options = {
      confirmedParts: [['1']],
      beforePart: async (part: number) => void steps.push(`begin ${part}`),
      onPartSent: async (part: number, ids: readonly string[]) => void steps.push(`sent ${part} as ${ids.join()}`),
    };
    await deliverParts(['a', 'b', 'c'], options, async (message, part) => {
      steps.push(message);
      return [`${part}`, message];
    });
    expect(steps).toEqual(['begin 1', 'b', 'sent 1 as 1,b', 'begin 2', 'c', 'sent 2 as 2,c']);
  });
});
