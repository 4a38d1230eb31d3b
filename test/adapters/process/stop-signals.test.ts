import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForStop } from '../../../adapters/process/stop-signals.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('listenForStop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('asks to stop at %s, and knows its exit code', (signal, code) => {
    const source = new EventEmitter();
    const exits: number[] = [];
    const stop = listenForStop(source, (exit) => exits.push(exit));
    expect(stop.aborted).toBe(false);
    source.emit(signal);
    expect(stop.aborted).toBe(true);
    expect(stop.reason).toBe(code);
    expect(exits).toEqual([]);
  });

  it('ends at once at the second signal', () => {
    const source = new EventEmitter();
    const exits: number[] = [];
    listenForStop(source, (exit) => exits.push(exit));
    source.emit('SIGINT');
    vi.advanceTimersByTime(1000);
    source.emit('SIGTERM');
    expect(exits).toEqual([143]);
  });

  it('takes a signal that npm passes on for the one that the terminal sent', () => {
    const source = new EventEmitter();
    const exits: number[] = [];
    const stop = listenForStop(source, (exit) => exits.push(exit));
    source.emit('SIGINT');
    vi.advanceTimersByTime(100);
    source.emit('SIGINT');
    expect([stop.aborted, exits]).toEqual([true, []]);
  });

  it('does not wait for ever', () => {
    const source = new EventEmitter();
    const exits: number[] = [];
    listenForStop(source, (exit) => exits.push(exit));
    source.emit('SIGTERM');
    vi.advanceTimersByTime(10_000);
    expect(exits).toEqual([143]);
  });
});
