import { DiscordFailure, hasKind } from './errors.ts';

/** A message as Discord lists it. */
export interface ListedMessage {
  id: string;
  components?: readonly { id?: number }[];
}

/** Reads a channel: its messages, one of them, or the channel itself. */
type Get = <Result>(path: '/messages' | `/messages/${string}` | '', query?: Record<string, string>) => Promise<Result>;

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100;
/** A message with more than this after it is not found: people have read on. */
const MAX_PAGES = 10;
/** The clocks of two machines differ. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = Date.UTC(2015, 0, 1);

/**
 * The id of the first message with a component id after a moment or a message; undefined if there is none, or if the
 * channel cannot be read, which must not keep the message from being sent.
 */
export async function findMessage(componentId: number, after: Date | string, get: Get): Promise<string | undefined> {
  try {
    return await findInPages(componentId, after, get);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    // Discord may fail to list a channel that contains containers, and still return a single message (discord-api-docs#8611).
    if (hasKind(error, 'invalid-form')) return await findNewest(componentId, get);
    throw error;
  }
}

async function findInPages(componentId: number, after: Date | string, get: Get): Promise<string | undefined> {
  let last = typeof after === 'string' ? after : earliestId(after);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed = await get<readonly ListedMessage[]>('/messages', { after: last, limit: String(PAGE) });
    const found = listed.find((message) => hasComponentId(message, componentId));
    if (found !== undefined || listed.length < PAGE) return found?.id;
    last = listed.map(({ id }) => id).reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
  }
  return undefined;
}

/** The channel's newest message, if it has the component id. */
async function findNewest(componentId: number, get: Get): Promise<string | undefined> {
  try {
    const { last_message_id: id } = await get<{ last_message_id?: string | null }>('');
    if (typeof id !== 'string') return undefined;
    return hasComponentId(await get<ListedMessage>(`/messages/${id}`), componentId) ? id : undefined;
  } catch (error) {
    if (isUnreadable(error) || hasKind(error, 'invalid-form')) return undefined;
    throw error;
  }
}

export function hasComponentId({ components }: ListedMessage, componentId: number): boolean {
  return components?.[0]?.id === componentId;
}

/** The lowest id of anything created since a moment, with tolerance for clock skew. */
export function earliestId(since: Date): string {
  return String(BigInt(Math.max(0, since.getTime() - CLOCK_SKEW_MS - EPOCH_MS)) << 22n);
}

/** Whether a channel has no messages of its own, or may not be read. */
function isUnreadable(error: unknown): boolean {
  return error instanceof DiscordFailure && (error.reason === 'refused' || error.reason === 'forbidden');
}
