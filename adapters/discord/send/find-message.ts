import { type AnswerShape, listOf, withId } from '../answer-shapes.ts';
import { DiscordFailure, hasKind } from '../errors.ts';

/** A message as Discord lists it. */
export interface ListedMessage {
  id: string;
  components?: readonly { id?: number }[];
}

/** Reads a channel: its messages, one of them, or the channel itself. */
type Get = <Result>(
  path: '/messages' | `/messages/${string}` | '',
  expects: AnswerShape,
  query?: Record<string, string>,
) => Promise<Result>;

/** What looking for a message found out. */
interface Found {
  id: string | undefined;
  /** Whether the channel could be searched, so that without an id there is no such message. */
  isSearched: boolean;
}

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100;
const UNSEARCHED: Found = { id: undefined, isSearched: false };

/**
 * Looks for the first message with one of the component ids after an id. A channel that cannot be read must not keep the message from
 * being sent.
 */
export async function findMessage(componentIds: readonly number[], after: string, get: Get): Promise<Found> {
  try {
    return await findInPages(componentIds, after, get);
  } catch (error) {
    if (isUnreadable(error)) return UNSEARCHED;
    // Discord may fail to list a channel that contains containers, and still return a single message (discord-api-docs#8611).
    if (hasKind(error, 'invalid-form')) return { id: await findNewest(componentIds, get), isSearched: false };
    throw error;
  }
}

async function findInPages(componentIds: readonly number[], after: string, get: Get): Promise<Found> {
  for (let last = after; ; ) {
    const query = { after: last, limit: String(PAGE) };
    const listed = await get<readonly ListedMessage[]>('/messages', listOf(withId), query);
    const found = listed.find((message) => hasComponentId(message, componentIds));
    if (found !== undefined) return { id: found.id, isSearched: true };
    if (listed.length < PAGE) return { id: undefined, isSearched: listed.length > 0 || (await isEmpty(last, get)) };
    last = listed.map(({ id }) => id).reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
  }
}

/** Whether nothing was posted after an id. Without the permission to read the history, every list is empty. */
async function isEmpty(after: string, get: Get): Promise<boolean> {
  const id = await newestOf(get);
  return id === undefined || BigInt(id) <= BigInt(after);
}

/** The channel's newest message, if it has one of the component ids. */
async function findNewest(componentIds: readonly number[], get: Get): Promise<string | undefined> {
  try {
    const id = await newestOf(get);
    if (id === undefined) return undefined;
    return hasComponentId(await get<ListedMessage>(`/messages/${id}`, withId), componentIds) ? id : undefined;
  } catch (error) {
    if (isUnreadable(error) || hasKind(error, 'invalid-form')) return undefined;
    throw error;
  }
}

/** The id of the channel's newest message, which may have been deleted. */
async function newestOf(get: Get): Promise<string | undefined> {
  return (await get<{ last_message_id?: string | null }>('', withId)).last_message_id ?? undefined;
}

export function hasComponentId({ components }: ListedMessage, componentIds: readonly number[]): boolean {
  const id = components?.[0]?.id;
  return id !== undefined && componentIds.includes(id);
}

/** Whether a channel has no messages of its own, or may not be read. */
function isUnreadable(error: unknown): boolean {
  return error instanceof DiscordFailure && (error.reason === 'refused' || error.reason === 'forbidden');
}
