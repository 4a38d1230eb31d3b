import { randomUUID } from 'node:crypto';
import type { Priority } from '../../../src/messaging/rate-limits/rate-limited-request.ts';
import type { Address } from '../../../src/subscription/address.ts';
import { withId } from '../answer-shapes.ts';
import type { ApiContext } from '../context.ts';
import { hasKind, toUnclearDelivery } from '../errors.ts';
import type { Message } from '../render/render.ts';
import { retryRequest } from '../retry.ts';
import { findMessage } from './find-message.ts';
import { toComponentId, toNonce, toPayload, withComponentId } from './message-body.ts';
import { type FallbackOptions, firstHalvesOf, mayHelpAnotherForm, sendWithFallbacks } from './send-with-fallbacks.ts';
import { idOfNow } from './snowflakes.ts';

/** Where a message goes and how. */
export interface Envelope extends FallbackOptions {
  to: Address;
  priority: Priority;
  silent?: boolean;
  /** Identifies the message, so that sending it again makes no second one. */
  name?: string;
  /** The id after which an earlier try may have sent it; undefined if there was no earlier try. */
  mayFollow?: string | undefined;
}

/** One form of a message, or of a piece of it. */
interface Piece {
  form: Message;
  envelope: Envelope & { name: string };
  /** A request for it, of this try or an earlier one, may have arrived without an answer. */
  isUnclear: boolean;
}

type SendContext = Pick<ApiContext, 'client' | 'clock'>;

/**
 * Sends a message to a channel, in other forms if Discord refuses it. Resolves to the ids of the messages that it became:
 * several if Discord does not accept it whole, none if it was deleted at once. Rejects with `DiscordFailure` only.
 */
export async function sendMessage(message: Message, envelope: Envelope, context: SendContext): Promise<string[]> {
  const whole = envelope.name ?? randomUUID();
  const started = idOfNow(context);
  const unclear = new Set<string>();
  const wasDivided = async (suffix: string) => {
    const halves = firstHalvesOf(suffix).map((half) => whole + half);
    return (await findEarlier(envelope, halves, context)).id !== undefined;
  };
  const ids = await sendWithFallbacks(message, { ...envelope, wasDivided }, async (form, suffix) => {
    const piece = { form, envelope: { ...envelope, name: whole + suffix }, isUnclear: unclear.has(suffix) };
    try {
      return await sendPiece(piece, context);
    } catch (error) {
      if (!piece.isUnclear || !mayHelpAnotherForm(error)) throw error;
      unclear.add(suffix);
      // Another form would be a second message if an earlier request arrived before Discord refused this one.
      const mayFollow = envelope.mayFollow ?? started;
      const find = async () => await findEarlier({ ...envelope, mayFollow }, [piece.envelope.name], context);
      const first = await find();
      // Discord may have refused that search only, and a wrong answer doubles the message.
      const { id } = first.isSearched || first.id !== undefined ? first : await find();
      if (id === undefined) throw error;
      return [id];
    }
  });
  return ids.flat();
}

async function sendPiece(piece: Piece, context: SendContext): Promise<string[]> {
  const { id: earlier, isSearched } = await findEarlier(piece.envelope, [piece.envelope.name], context);
  if (earlier !== undefined) return [earlier];
  if (!isSearched) piece.isUnclear = true;
  try {
    return [await post(piece, context)];
  } catch (error) {
    // Discord recognised the nonce, but the message was deleted meanwhile (discord-api-docs#6647).
    if (hasKind(error, 'unknown-message')) return [];
    throw hasKind(error, 'unclear') && !isSearched ? toUnclearDelivery(error) : error;
  }
}

/** Posts one message, and returns its id. With a nonce, repeating a request whose answer was lost makes no second one. */
async function post(piece: Piece, { client, clock }: SendContext): Promise<string> {
  const { to, priority, name } = piece.envelope;
  const nonce = { nonce: toNonce(name), enforce_nonce: true };
  const payload = toPayload(piece.form, piece.envelope);
  const body = { ...withComponentId(payload.body, toComponentId(name)), ...nonce };
  const route = `/channels/${channelOf(to)}/messages` as const;
  const request = async () => {
    try {
      return await client.call<{ id: string }>({ ...payload, method: 'POST', route, body, priority, expects: withId });
    } catch (error) {
      if (hasKind(error, 'unclear')) piece.isUnclear = true;
      throw error;
    }
  };
  return (await retryRequest(request, { clock })).id;
}

/** Looks for a message with one of the names that an earlier try may have sent; nothing to look for if there was none. */
async function findEarlier(
  { to, mayFollow }: Pick<Envelope, 'to' | 'mayFollow'>,
  names: readonly string[],
  { client, clock }: SendContext,
) {
  if (mayFollow === undefined || names.length === 0) return { id: undefined, isSearched: true };
  const channel = `/channels/${channelOf(to)}` as const;
  return await findMessage(names.map(toComponentId), mayFollow, (path, expects, query) => {
    const request = {
      method: 'GET',
      route: `${channel}${path}`,
      priority: 'push',
      expects,
      ...(query && { query }),
    } as const;
    return retryRequest(() => client.call(request), { clock });
  });
}

/** A thread is a channel of its own. */
export function channelOf({ chat, thread }: Address): string {
  return thread ?? chat;
}
