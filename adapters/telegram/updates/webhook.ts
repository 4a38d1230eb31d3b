import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Update } from 'telegraf/types';
import { type Clock, sleep, withTimeout } from '../../../src/clock.ts';
import { createConnectionReporter, type ReportConnection } from '../../../src/messaging/connection.ts';
import { createDeduplicator } from '../../../src/messaging/deduplicator.ts';
import type { Backoff } from '../../../src/messaging/retry.ts';
import { retryAfterOrBackoff } from '../../../src/messaging/retry-after.ts';
import type { PlatformContext } from '../../shared/platform.ts';
import type { Client } from '../client.ts';
import { TelegramFailure, toFailure } from '../errors.ts';
import { ALLOWED, isUpdate } from './polling.ts';

interface WebhookDeps extends Pick<PlatformContext, 'serveAt' | 'report'> {
  /** The address that Telegram sends updates to. */
  url: string;
  /** What Telegram sends along, so that nobody else can send updates. */
  secret: string;
  client: Client;
  clock: Pick<Clock, 'after'>;
  /** Resolves once an update is answered. */
  whenAnswered(update: Update): Promise<void>;
  signal: AbortSignal;
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** Telegram waits for about a minute. */
const MAX_ANSWER_MS = 25_000;
const CHECK_MS = 60_000;
const BACKOFF: Backoff = { firstMs: 1000, longestMs: 30_000 };

/**
 * Receives updates at an address until the signal aborts; `receive` gets each once. An update is confirmed once it is answered:
 * after a crash Telegram sends it again, to whichever process listens. The webhook stays when the process stops: others go on,
 * and the next one gets what came meanwhile.
 */
export async function receiveWebhook(
  receive: (updates: readonly Update[]) => Promise<void>,
  reportConnection: ReportConnection<TelegramFailure>,
  deps: WebhookDeps,
): Promise<void> {
  const { url, clock, serveAt, signal, report } = deps;
  const reporter = createConnectionReporter(reportConnection, { eachCause: true });
  const check = createCheck(deps);
  serveAt(new URL(url).pathname, createHandler(receive, deps));
  let failures = 0;
  while (!signal.aborted) {
    let pauseMs = CHECK_MS;
    try {
      await check();
      failures = 0;
      reporter.back();
    } catch (error) {
      const failure = toFailure(error);
      if (failure !== error) report(error);
      reporter.lost(failure);
      failures += 1;
      pauseMs = Math.min(CHECK_MS, retryAfterOrBackoff(failure, failures, BACKOFF));
    }
    await sleep(pauseMs, clock, signal);
  }
}

/** The secret that all processes of a bot share without a setting. It does not reveal the token. */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('webhook').digest('base64url');
}

function createHandler(
  receive: (updates: readonly Update[]) => Promise<void>,
  { secret, clock, whenAnswered, signal }: WebhookDeps,
): (request: Request) => Promise<Response> {
  const isNew = createDeduplicator<number>();
  return async (request) => {
    if (!isSame(request.headers.get(SECRET_HEADER) ?? '', secret)) return respond(401);
    if (signal.aborted) return respond(503);
    const update = parseJson(await request.text());
    if (!isUpdate(update)) return respond(400);
    if (isNew(update.update_id)) await receive([update]);
    await withTimeout(whenAnswered(update), MAX_ANSWER_MS, clock);
    return respond(200);
  };
}

interface WebhookInfo {
  url: string;
  last_error_date?: number;
  last_error_message?: string;
}

/** Creates the check that Telegram knows the address and reaches it. Rejects with `TelegramFailure`. */
function createCheck({ url, secret, client }: WebhookDeps): () => Promise<void> {
  // What failed before the start is over.
  let knownErrorAt: number | undefined;
  return async () => {
    const { url: known, last_error_date: errorAt = 0, ...info } = await client.call<WebhookInfo>('getWebhookInfo', {});
    if (known !== url) await client.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED });
    const hasFailed = known === url && knownErrorAt !== undefined && errorAt > knownErrorAt;
    knownErrorAt = errorAt;
    if (!hasFailed) return;
    const message = `Telegram does not reach TELEGRAM_WEBHOOK_URL: ${info.last_error_message ?? 'no reason given'}`;
    throw new TelegramFailure({ reason: 'busy', message });
  };
}

/** Takes as long for a wrong text as for the right one. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function respond(status: number): Response {
  return new Response(null, { status });
}
