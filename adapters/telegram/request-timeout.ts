/** A timer that is so late was stopped with the process, or the machine was asleep. */
const LATE_MS = 500;
/** Time to read a response that has arrived meanwhile. */
const GRACE_MS = 1500;

/**
 * Aborts a request after a time limit. If the process was stopped meanwhile, its response may already be there, and timers
 * fire before it is read: the request then gets a little more time.
 */
export function createRequestTimeout(timeoutMs: number): { signal: AbortSignal; cancel(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException('The request timed out.', 'TimeoutError'));
  const dueAt = performance.now() + timeoutMs;
  let timer = setTimeout(() => {
    if (performance.now() - dueAt < LATE_MS) abort();
    else timer = setTimeout(abort, GRACE_MS);
  }, timeoutMs);
  return { signal: controller.signal, cancel: () => clearTimeout(timer) };
}
