import { type Call, type Method, Refusal, toStructure, toText } from './call.ts';
import type { Update } from './model.ts';
import { createWebhook } from './webhook.ts';

const MAX_TIMEOUT_SECONDS = 50;
const MAX_UPDATES = 100;

export interface UpdatesOptions {
  /** Whether a webhook may have an http address, as on a Bot API server of one's own. */
  isLocal?: boolean | undefined;
  /** The pause after a webhook has failed once. */
  webhookRetryMs?: number | undefined;
}

export type Updates = ReturnType<typeof createUpdates>;

/** The queue of updates. An update stays until the bot requests a later one. Calls `changed` for each. */
export function createUpdates(changed: () => void, { isLocal = false, webhookRetryMs = 200 }: UpdatesOptions = {}) {
  const history: Update[] = [];
  const again: Update[] = [];
  let queue: Update[] = [];
  let allowed: unknown[] = [];
  let nextId = 100_000_001;
  let waiting: { wake(refusal?: Refusal): void } | undefined;
  let pendingConflict = false;
  const webhook = createWebhook({
    isLocal,
    retryMs: webhookRetryMs,
    pending: () => [...again, ...queue],
    confirm(update) {
      if (again.includes(update)) again.splice(again.indexOf(update), 1);
      else queue = queue.filter((one) => one !== update);
      changed();
    },
    drop() {
      queue = [];
    },
    onSet: () => waiting?.wake(conflict('terminated by setWebhook request')),
  });

  async function waitForSome(call: Call, timeoutMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const poll = { wake: (refusal?: Refusal) => (refusal ? reject(refusal) : resolve()) };
    waiting = poll;
    const timer = setTimeout(resolve, timeoutMs);
    call.hungUp.addEventListener('abort', () => resolve(), { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      if (waiting === poll) waiting = undefined;
    }
  }

  async function get(call: Call): Promise<Update[]> {
    const { offset, timeout, limit, allowed_updates: kinds } = call.params;
    const chosen = toStructure(kinds, 'allowed updates');
    if (webhook.isSet()) throw conflict(WEBHOOK_IS_ACTIVE);
    if (Array.isArray(chosen)) allowed = chosen;
    if (pendingConflict) {
      pendingConflict = false;
      throw conflict();
    }
    waiting?.wake(conflict());
    const from = Number(toText(offset));
    queue = from < 0 ? queue.slice(from) : queue.filter(({ update_id: id }) => id >= from);
    const seconds = Math.min(Number(toText(timeout)), MAX_TIMEOUT_SECONDS);
    if (queue.length + again.length === 0 && seconds > 0) await waitForSome(call, seconds * 1000);
    return [...again.splice(0), ...queue.slice(0, Number(toText(limit)) || MAX_UPDATES)];
  }

  const methods: Record<string, Method> = {
    getUpdates: get,
    ...webhook.methods,
  };

  return {
    /** Returns the update id; undefined if the bot did not request such updates. */
    push(kind: string, payload: object): number | undefined {
      const wanted = webhook.allowed() ?? allowed;
      if (wanted.length > 0 && !wanted.includes(kind)) return undefined;
      const update: Update = { update_id: nextId, [kind]: payload };
      nextId += 1;
      history.push(update);
      queue.push(update);
      waiting?.wake();
      webhook.pump();
      changed();
      return update.update_id;
    },
    redeliver(updateId: number): void {
      const update = history.find(({ update_id: id }) => id === updateId);
      if (!update) throw new Error(`There was no update ${updateId}.`);
      again.push(update);
      waiting?.wake();
      webhook.pump();
    },
    /** Another client polls with the same token. */
    takeOver(): void {
      if (waiting) waiting.wake(conflict());
      else pendingConflict = true;
    },
    /** Ends a pending long poll. */
    interrupt: (refusal?: Refusal) => waiting?.wake(refusal),
    methods,
    pending: () => queue.length,
    webhook,
  };
}

const OTHER_POLL = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_IS_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

function conflict(why = OTHER_POLL): Refusal {
  return new Refusal(409, `Conflict: ${why}`);
}
