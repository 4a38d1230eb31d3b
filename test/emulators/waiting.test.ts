import { expect, it, onTestFinished, vi } from 'vitest';
import { createWaiting } from './waiting.ts';

it('rejects after a timeout, and names what it waited for', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const waiting = createWaiting().waitFor(() => undefined, 'a card');
  const why = waiting.catch((error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await why).toBe('Error: Timed out waiting for a card.');
});
