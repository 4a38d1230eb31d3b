import type { Clock } from '../../src/clock.ts';
import type { Client } from './client.ts';
import { hasKind } from './errors.ts';
import { retryRequest } from './retry.ts';

/** What an interaction is answered by. */
export interface Hook {
  id: string;
  /** Good for a first answer within three seconds, and for all else within fifteen minutes. */
  token: string;
  application: string;
  receivedAtMs: number;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object */
export const ANSWER = { message: 4, deferred: 5, deferredInPlace: 6, inPlace: 7, choices: 8 } as const;

/** The first answer to an interaction. */
export interface InitialResponse {
  /** Whether Discord has had an answer, so that it waits no longer. */
  isAcknowledged(): boolean;
  /**
   * Answers; whether Discord took this, or had taken something earlier without saying so. Rejects with `DiscordFailure`;
   * `stale` where Discord waits for it no longer.
   */
  respond(type: (typeof ANSWER)[keyof typeof ANSWER], body?: object): Promise<'taken' | 'earlier'>;
}

/** Discord gives up after three seconds, and an answer is a while on its way. */
const DEADLINE_MS = 2800;
/** One try of a first answer: so that there is time for a second. */
const TRY_MS = 1200;

/** How to answer an interaction for the first time. */
export function createInitialResponse(
  hook: Hook,
  { client, clock }: { client: Client; clock: Clock },
): InitialResponse {
  const route = `/interactions/${hook.id}/${hook.token}/callback` as const;
  const mayRepeat = (): boolean => hook.receivedAtMs + DEADLINE_MS > clock.nowMs();
  let begun = false;
  let answers = 0;
  return {
    isAcknowledged: () => begun,
    async respond(type, data) {
      const body = { type, ...(data && { data }) };
      const request = { method: 'POST', route, byToken: true, body, timeoutMs: TRY_MS } as const;
      let unclear = false;
      const note = (error: unknown): never => {
        unclear ||= hasKind(error, 'unclear');
        throw error;
      };
      answers += 1;
      try {
        await retryRequest(() => client.call(request).catch(note), { clock, mayRepeat });
        begun = true;
        return 'taken';
      } catch (error) {
        if (!hasKind(error, 'acknowledged')) throw error;
        begun = true;
        // Where nothing else was ever answered, it was this, at a try of which nothing was heard.
        return unclear && answers === 1 ? 'taken' : 'earlier';
      }
    },
  };
}
