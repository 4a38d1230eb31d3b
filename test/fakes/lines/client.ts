import { toUnanswered } from '../../../src/messaging/network-error.ts';
import { PlatformFailure } from '../../../src/messaging/platform-failure.ts';
import type { Line } from './service.ts';

const TIMEOUT_MS = 5000;
const TOKENS = /token=\w+/g;

/** Requests to the platform. They reject with `PlatformFailure` only, and are not repeated. */
export function createLineClient(url: string) {
  async function call<Result>(path: string, body?: object): Promise<Result> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(`${url}${path}`, { ...init, signal });
      const answer: unknown = await response.json();
      if (response.ok) return answer as Result;
      throw toRefusal(response.status, answer as { retryAfterMs?: number });
    } catch (error) {
      if (error instanceof PlatformFailure) throw error;
      throw toFailure(error);
    }
  }

  return {
    send: async (chat: string, text: string) => String((await call<Line>('/lines', { chat, text })).id),
    linesAfter: (id: number) => call<Line[]>(`/lines?after=${id}`),
  };
}

export type LineClient = ReturnType<typeof createLineClient>;

function toRefusal(status: number, { retryAfterMs = 1000 }: { retryAfterMs?: number }): PlatformFailure {
  if (status === 404) return new PlatformFailure({ reason: 'gone' });
  if (status === 429) return new PlatformFailure({ reason: 'busy', retryAfterMs });
  if (status >= 500) return new PlatformFailure({ reason: 'busy', kind: 'unclear', unclear: true });
  return new PlatformFailure({ reason: 'refused' });
}

function toFailure(error: unknown): PlatformFailure {
  const details = toUnanswered(error, TOKENS);
  return new PlatformFailure({ ...details, unclear: details.kind === 'unclear' });
}
