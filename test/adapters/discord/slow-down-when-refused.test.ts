import { describe, expect, it } from 'vitest';
import { slowDownWhenRefused } from '../../../adapters/discord/slow-down-when-refused.ts';

function pausesAfter(refused: number): number[] {
  const pauses: number[] = [];
  slowDownWhenRefused(refused, { pauseAll: (forMs) => void pauses.push(forMs) });
  return pauses;
}

describe('refused requests', () => {
  it('are nothing as long as they are few', () => {
    expect([0, 1, 999].map(pausesAfter)).toEqual([[], [], []]);
  });

  it('slow down what is sent, one request a second', () => {
    expect([1000, 4999].map(pausesAfter)).toEqual([[1000], [1000]]);
  });

  it('stop it for as long as they count, at half of what Discord bears', () => {
    expect([5000, 9999].map(pausesAfter)).toEqual([[600_000], [600_000]]);
  });
});
