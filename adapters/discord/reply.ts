import type { Clock } from '../../src/clock.ts';
import type { Client } from './client.ts';
import { hasKind } from './errors.ts';
import { ANSWER, createInitialResponse, type Hook } from './interaction-callback.ts';
import { type MessageOptions, toBody, toDeferral } from './message-body.ts';
import type { Message } from './render/render.ts';
import { retryRequest } from './retry.ts';

/**
 * The answers to one interaction. Each rejects with `DiscordFailure`; `stale` where Discord waits for it no longer.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export interface Reply {
  /** Whether Discord has had an answer, so that it waits no longer. */
  isAcknowledged(): boolean;
  /** Says that the answer takes a while: the first message takes the place of that. */
  defer(how: MessageOptions): Promise<void>;
  /** The first message of the answer. */
  sendFirst(message: Message, how: MessageOptions): Promise<void>;
  /** A further message. Not repeated where it is not clear whether it arrived. */
  sendFollowUp(message: Message, how: MessageOptions): Promise<void>;
  /** The first message, once Discord has taken it. */
  firstMessage(): Message | undefined;
  /** Whether Discord shows who asked that an answer will come. */
  isPlaceholderShown(): boolean;
  /** Puts another message in the place of the first one; doing that again changes nothing. */
  editFirst(message: Message): Promise<void>;
  /** What could be meant by what is being typed. */
  choices(choices: readonly object[]): Promise<void>;
}

/** How to answer through this hook. */
export function createReply(hook: Hook, { client, clock }: { client: Client; clock: Clock }): Reply {
  const { respond: begin, isAcknowledged: begun } = createInitialResponse(hook, { client, clock });
  const webhook = `/webhooks/${hook.application}/${hook.token}` as const;
  // Discord shows that an answer will come, and the first message takes that place.
  let waiting = false;
  let standing: Message | undefined;

  async function beginWith(message: Message, how: MessageOptions): Promise<'taken' | 'earlier'> {
    const anew = () => begin(ANSWER.message, toBody(message, how));
    return how.inPlace === true ? await orIfGone(begin(ANSWER.inPlace, toBody(message)), anew) : await anew();
  }

  async function amend(message: Message): Promise<void> {
    const route = `${webhook}/messages/@original` as const;
    const request = () => client.call({ method: 'PATCH', route, byToken: true, body: toBody(message) });
    await retryRequest(request, { clock });
  }

  const edit = (message: Message, how: MessageOptions) => orIfGone(amend(message), () => more(message, how));

  async function more(message: Message, how: MessageOptions): Promise<void> {
    const body = toBody(message, how);
    const request = () => client.call({ method: 'POST', route: webhook, byToken: true, body });
    await retryRequest(request, { clock, repeatUnclear: false });
  }

  return {
    isAcknowledged: begun,
    async defer(how) {
      if (how.inPlace === true) await begin(ANSWER.deferredInPlace);
      else {
        waiting = true;
        await begin(ANSWER.deferred, toDeferral(how));
      }
    },
    async sendFirst(message, how) {
      if (begun()) await (waiting || how.inPlace === true ? edit(message, how) : more(message, how));
      // Whatever was taken for an answer before, this is what it says.
      else if ((await beginWith(message, how)) === 'earlier') await edit(message, how);
      standing = message;
    },
    sendFollowUp: more,
    firstMessage: () => standing,
    isPlaceholderShown: () => waiting && standing === undefined,
    editFirst: amend,
    async choices(choices) {
      await begin(ANSWER.choices, { choices });
    },
  };
}

/** Does something else where the message that should change was deleted by somebody. */
async function orIfGone<Result>(work: Promise<Result>, otherwise: () => Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!hasKind(error, 'no-message')) throw error;
    return await otherwise();
  }
}
