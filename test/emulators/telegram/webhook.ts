import { setTimeout as sleep } from 'node:timers/promises';
import { badRequest, type Call, type Method, toBoolean, toStructure, toText, violation } from './call.ts';
import type { Update } from './model.ts';

interface Hook {
  url: string;
  secret: string;
  allowed: unknown[];
}

interface WebhookDeps {
  /** A Bot API server of one's own also takes http addresses. */
  isLocal: boolean;
  /** The pause after the first failure; it doubles with each. */
  retryMs: number;
  /** What waits, in order. */
  pending(): readonly Update[];
  confirm(update: Update): void;
  drop(): void;
  /** Called when the webhook is set. */
  onSet(): void;
}

/** A try to deliver an update. */
export interface WebhookTry {
  update: number;
  status: number | undefined;
}

const TIMEOUT_MS = 60_000;
const MAX_RETRY_MS = 60_000;
const PORTS = ['', '80', '88', '8443'];

/** Sends updates to the bot's address, those of a chat one by one, until it confirms each. */
export function createWebhook({ isLocal, retryMs, pending, confirm, drop, onSet }: WebhookDeps) {
  const tries: WebhookTry[] = [];
  const busy = new Set<string>();
  const stopping = new AbortController();
  let hook: Hook | undefined;
  let lastError: { last_error_date: number; last_error_message: string } | undefined;

  function pump(): void {
    for (const update of pending()) {
      const lane = laneOf(update);
      if (hook === undefined || stopping.signal.aborted || busy.has(lane)) continue;
      busy.add(lane);
      void deliver(update).finally(() => {
        busy.delete(lane);
        pump();
      });
    }
  }

  async function deliver(update: Update): Promise<void> {
    for (let pauseMs = retryMs; hook !== undefined && !stopping.signal.aborted; pauseMs *= 2) {
      const why = await post(update, hook);
      if (why === undefined) return confirm(update);
      lastError = { last_error_date: Math.ceil(Date.now() / 1000), last_error_message: why };
      await sleep(Math.min(pauseMs, MAX_RETRY_MS), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  /** Why the update did not arrive. */
  async function post(update: Update, { url, secret }: Hook): Promise<string | undefined> {
    const made: WebhookTry = { update: update.update_id, status: undefined };
    tries.push(made);
    const headers = {
      'content-type': 'application/json',
      ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
    };
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const { status, ok, statusText } = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
        signal,
      });
      made.status = status;
      return ok ? undefined : `Wrong response from the webhook: ${status} ${statusText}`;
    } catch {
      return 'Connection refused';
    }
  }

  const methods: Record<string, Method> = {
    setWebhook(call) {
      const url = toText(call.params['url']);
      if (toBoolean(call.params['drop_pending_updates'])) drop();
      hook = url === '' ? undefined : readHook(url, call, isLocal);
      lastError = undefined;
      if (hook !== undefined) onSet();
      pump();
      return true;
    },
    deleteWebhook(call) {
      if (toBoolean(call.params['drop_pending_updates'])) drop();
      hook = undefined;
      return true;
    },
    getWebhookInfo: () => ({
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending().length,
      ...(hook && { max_connections: 40, allowed_updates: hook.allowed }),
      ...lastError,
    }),
  };

  return {
    methods,
    pump,
    isSet: () => hook !== undefined,
    tries: () => tries,
    /** The kinds of updates that the bot wants. */
    allowed: () => hook?.allowed,
    secret: () => hook?.secret,
    stop: () => stopping.abort(),
  };
}

function readHook(url: string, call: Call, isLocal: boolean): Hook {
  const parsed = URL.parse(url);
  if (parsed === null) throw violation('invalid webhook URL specified');
  if (!isLocal && parsed.protocol !== 'https:')
    throw violation('bad webhook: An HTTPS URL must be provided for webhook');
  if (!isLocal && !PORTS.includes(parsed.port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  const secret = toText(call.params['secret_token']);
  if (secret.length > 256) throw violation('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw violation('secret token contains unallowed characters');
  const kinds = toStructure(call.params['allowed_updates'], 'allowed updates');
  return { url, secret, allowed: Array.isArray(kinds) ? kinds : [] };
}

/** Updates of a chat, or of a person without one, come in order. */
function laneOf(update: Update): string {
  const [, payload] = Object.entries(update).find(([kind]) => kind !== 'update_id') ?? [];
  const { chat, message, from } = (payload ?? {}) as Record<
    string,
    { id?: number; chat?: { id?: number } } | undefined
  >;
  return String(chat?.id ?? message?.chat?.id ?? from?.id);
}
