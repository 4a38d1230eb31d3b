import { type APIMessageTopLevelComponent, InteractionResponseType, MessageFlags } from 'discord.js';
import type { ApiRequest } from '../client.ts';
import type { ApiContext } from '../context.ts';
import { hasKind } from '../errors.ts';
import type { Message } from '../render/render.ts';
import { retryRequest } from '../retry.ts';
import { type MessageOptions, toPayload } from '../send/message-body.ts';
import { withFreshMenus } from './fresh-menus.ts';
import { createWebhook } from './webhook.ts';

/** What identifies an interaction in Discord's API. */
export interface InteractionRef {
  id: string;
  /** Valid for three seconds until the first response, then for fifteen minutes. */
  token: string;
  application: string;
  /** By the monotonic clock. */
  receivedAtMs: number;
}

type ReplyContext = Pick<ApiContext, 'client' | 'clock'>;

export type Reply = ReturnType<typeof createReply>;

/**
 * The responses to one interaction. Each rejects with `DiscordFailure`, of the kind `expired` if Discord no longer waits.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
export function createReply(interaction: InteractionRef, context: ReplyContext) {
  const { respond, isAcknowledged } = createInitialResponse(interaction, context);
  const { editFirst, deleteFirst, sendFollowUp } = createWebhook(interaction, context, isAcknowledged);
  let isDeferred = false;
  let isPlaceholderEphemeral = false;
  let firstMessage: Message | undefined;

  async function respondWith(message: Message, how: MessageOptions): Promise<boolean> {
    const send = () => respond(InteractionResponseType.ChannelMessageWithSource, toPayload(message, how));
    if (how.inPlace !== true) return await send();
    return await orIfDeleted(respond(InteractionResponseType.UpdateMessage, toPayload(message)), send);
  }

  const replaceFirst = (message: Message, how: MessageOptions) =>
    orIfDeleted(editFirst(message), () => sendFollowUp(message, how));

  /** Others see the placeholder, but may not see the message. */
  async function replacePlaceholder(message: Message, how: MessageOptions): Promise<void> {
    await deleteFirst();
    isDeferred = false;
    await sendFollowUp(message, how);
  }

  return {
    isAcknowledged,
    editFirst,
    sendFollowUp,
    /** The first message, once Discord has accepted it. */
    firstMessage: () => firstMessage,
    /** Whether the user sees that an answer will follow. */
    isPlaceholderShown: () => isDeferred && firstMessage === undefined,
    /** Makes the menus of the message usable again, as the first response; the answer is a follow-up. */
    async resetMenus(components: readonly APIMessageTopLevelComponent[]): Promise<void> {
      const message = { components: withFreshMenus(components), fallbacks: {} };
      await respond(InteractionResponseType.UpdateMessage, toPayload(message));
    },
    /** Says that the answer takes a while; the first message replaces this. */
    async defer({ inPlace, ephemeral }: MessageOptions): Promise<void> {
      if (inPlace === true) await respond(InteractionResponseType.DeferredMessageUpdate);
      else {
        isDeferred = true;
        isPlaceholderEphemeral = ephemeral === true;
        const flags = ephemeral === true ? MessageFlags.Ephemeral : 0;
        await respond(InteractionResponseType.DeferredChannelMessageWithSource, { body: { flags } });
      }
    },
    async sendFirst(message: Message, how: MessageOptions): Promise<void> {
      if (!isAcknowledged()) {
        const isAccepted = await respondWith(message, how);
        if (!isAccepted) await replaceFirst(message, how);
      } else if (isDeferred && how.ephemeral === true && !isPlaceholderEphemeral)
        await replacePlaceholder(message, how);
      else if (isDeferred || how.inPlace === true) await replaceFirst(message, how);
      else await sendFollowUp(message, how);
      firstMessage = message;
    },
    /** The choices of an autocomplete. */
    async choices(choices: readonly object[]): Promise<void> {
      await respond(InteractionResponseType.ApplicationCommandAutocompleteResult, { body: { choices } });
    },
  };
}

/** Discord waits for three seconds, including the time that a response needs to arrive. */
const DEADLINE_MS = 2800;
/** The timeout of one try, which leaves time for a second one. */
const TRY_MS = 1200;

/** What a response contains. */
type Payload = Pick<ApiRequest, 'file'> & { body?: object };

function createInitialResponse({ id, token, receivedAtMs }: InteractionRef, { client, clock }: ReplyContext) {
  const request = { method: 'POST', route: `/interactions/${id}/${token}/callback`, byToken: true } as const;
  const mayRepeat = (): boolean => receivedAtMs + DEADLINE_MS > clock.monotonicMs();
  let isAcknowledged = false;
  let responses = 0;
  return {
    /** Whether Discord has received a response, so that it no longer waits. */
    isAcknowledged: () => isAcknowledged,
    /** Resolves to false if Discord had accepted an earlier response instead, whose outcome was unclear. */
    async respond(type: InteractionResponseType, { body: data, ...upload }: Payload = {}): Promise<boolean> {
      const body = { type, ...(data && { data }) };
      let isUnclear = false;
      const send = async (): Promise<void> => {
        try {
          await client.call({ ...request, ...upload, body, timeoutMs: TRY_MS });
        } catch (error) {
          isUnclear ||= hasKind(error, 'unclear');
          throw error;
        }
      };
      responses += 1;
      try {
        await retryRequest(send, { clock, mayRepeat });
        isAcknowledged = true;
        return true;
      } catch (error) {
        if (!hasKind(error, 'acknowledged')) throw error;
        isAcknowledged = true;
        return isUnclear && responses === 1;
      }
    },
  };
}

/** Does something else if the message to change was deleted. */
async function orIfDeleted<Result>(work: Promise<Result>, otherwise: () => Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!hasKind(error, 'unknown-message')) throw error;
    return await otherwise();
  }
}
