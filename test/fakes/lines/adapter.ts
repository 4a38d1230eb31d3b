import type { Platform, PlatformContext } from '../../../adapters/shared/platform.ts';
import type { CommandRequest, Dispatch } from '../../../src/chat/request.ts';
import { sleep } from '../../../src/clock.ts';
import type { Deliverer } from '../../../src/delivery/deliverer.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import { createConnectionReporter } from '../../../src/messaging/connection.ts';
import { createDeduplicator } from '../../../src/messaging/deduplicator.ts';
import { deliverParts } from '../../../src/messaging/deliver-parts.ts';
import { failureView } from '../../../src/messaging/failure-view.ts';
import { isolateErrors } from '../../../src/messaging/isolate-errors.ts';
import { createKeyedQueue } from '../../../src/messaging/keyed-queue.ts';
import { createLifecycle } from '../../../src/messaging/lifecycle.ts';
import type { PlatformFailure } from '../../../src/messaging/platform-failure.ts';
import type { Priority } from '../../../src/messaging/rate-limits/rate-limited-request.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { withRateLimit } from '../../../src/messaging/rate-limits/with-rate-limit.ts';
import { exponentialBackoff, retryUntilStopped, withRetry } from '../../../src/messaging/retry.ts';
import { retryWhileBusy } from '../../../src/messaging/retry-after.ts';
import type { View } from '../../../src/view/view.ts';
import { createLineClient, type LineClient } from './client.ts';
import { renderLines } from './render.ts';
import type { Line } from './service.ts';

const PLATFORM = 'lines';
const RATE_LIMITS = { all: { most: 5, withinMs: 1020 }, of: () => undefined };
const BACKOFF = { firstMs: 1000, longestMs: 30_000 };
const POLL_MS = 200;
/** A text whose outcome is unclear is not repeated: it cannot be taken back. */
const retryPolicy = retryWhileBusy({
  tries: 4,
  firstDelayMs: 200,
  longestDelayMs: 15_000,
  mayRetry: ({ kind }) => kind !== 'unclear',
});

/** A third chat platform, made of what `src/messaging` offers. */
export function createLinePlatform(url: string, context: PlatformContext): Platform & Deliverer {
  const { clock, report, language } = context;
  const client = createLineClient(url);
  const limiter = createRateLimiter(clock, RATE_LIMITS);
  const queue = createKeyedQueue(report, clock.after);
  const lifecycle = createLifecycle({ ...context, queue });

  function send(text: string, chat: string, priority: Priority): Promise<string> {
    const request = () => withRateLimit(() => client.send(chat, text), { limiter, turn: { chat, priority, cost: 1 } });
    return withRetry(request, { clock, policy: retryPolicy });
  }

  async function show(view: View, { in: { chat } }: CommandRequest): Promise<void> {
    for (const text of renderLines(view, language)) await send(text, chat, 'answer');
  }

  async function answer(request: CommandRequest, dispatch: Dispatch): Promise<void> {
    const view = await dispatch(request);
    try {
      await show(view, request);
    } catch (error) {
      const t = createTranslator(language);
      await show(failureView(t('wrong.unsent', { platform: 'Lines' }), request, t), request);
      throw error;
    }
  }

  return {
    platform: PLATFORM,
    ended: lifecycle.ended,
    async start(_commands, dispatch) {
      const hear = (line: Line) => queue.add(line.chat, () => answer(toRequest(line, context), dispatch));
      const handle = isolateErrors(hear, report);
      lifecycle.run(() => pollLines({ ...context, client, handle }, lifecycle.signal));
    },
    deliver: (to, view, options) =>
      deliverParts(renderLines(view, options.language), options, async (text) => [await send(text, to.chat, 'push')]),
    stop: lifecycle.stop,
  };
}

function toRequest({ chat, text }: Line, { language }: PlatformContext): CommandRequest {
  const [, name = 'help', input = ''] = /^\/(\w+)\s*(.*)$/u.exec(text) ?? [];
  return { name, input, language, in: { platform: PLATFORM, chat }, by: chat };
}

interface PollingDeps extends Pick<PlatformContext, 'clock' | 'say'> {
  client: LineClient;
  handle(line: Line): void;
}

async function pollLines({ client, clock, say, handle }: PollingDeps, signal: AbortSignal): Promise<void> {
  const reporter = createConnectionReporter<PlatformFailure>((news, why) => say(`Lines ${news} ${why?.message ?? ''}`));
  const isNew = createDeduplicator<number>();
  const policy = (error: unknown, failures: number) => {
    reporter.lost(error as PlatformFailure);
    return exponentialBackoff(failures, BACKOFF);
  };
  let last = 0;
  while (!signal.aborted) {
    const lines = await retryUntilStopped(() => client.linesAfter(last), { clock, policy, signal });
    if (lines === undefined) return;
    reporter.back();
    for (const line of lines.filter(({ id }) => isNew(id))) handle(line);
    last = Math.max(last, ...lines.map(({ id }) => id));
    await sleep(POLL_MS, clock, signal);
  }
}
