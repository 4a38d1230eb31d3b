import { type RetryPolicy, withRetry } from '../../../src/messaging/retry.ts';
import type { ApiRequest } from '../client.ts';
import type { ApiContext } from '../context.ts';
import { hasKind } from '../errors.ts';
import type { Message } from '../render/render.ts';
import { retryRequest } from '../retry.ts';
import { type MessageOptions, toPayload } from '../send/message-body.ts';

/** Discord may not know the webhook of an interaction for some seconds after the first response (discord-api-docs#7220). */
const UNKNOWN_WEBHOOK_DELAYS_MS = [500, 1000, 2000, 4000];

/** The responses to an interaction after the first one. */
export function createWebhook(
  { application, token }: { application: string; token: string },
  { client, clock }: Pick<ApiContext, 'client' | 'clock'>,
  isAcknowledged: () => boolean,
) {
  const route = `/webhooks/${application}/${token}` as const;
  const original = `${route}/messages/@original` as const;

  async function call(request: ApiRequest, options: { repeatUnclear?: boolean } = {}): Promise<void> {
    const policy: RetryPolicy = (error, failures) =>
      hasKind(error, 'unknown-webhook') && isAcknowledged() ? UNKNOWN_WEBHOOK_DELAYS_MS[failures - 1] : undefined;
    await withRetry(() => retryRequest(() => client.call(request), { clock, ...options }), { clock, policy });
  }

  return {
    /** Repeating it changes nothing. */
    editFirst: (message: Message) => call({ method: 'PATCH', route: original, byToken: true, ...toPayload(message) }),
    deleteFirst: () => call({ method: 'DELETE', route: original, byToken: true }),
    /** Not repeated if its outcome is unclear. */
    sendFollowUp: (message: Message, how: MessageOptions) =>
      call({ method: 'POST', route, byToken: true, ...toPayload(message, how) }, { repeatUnclear: false }),
  };
}
