import { DiscordFailure, hasKind } from './errors.ts';

/** A message as a list shows it. */
export interface ListedMessage {
  id: string;
  components?: readonly { id?: number }[];
}

/** Reads something of one channel: its messages, one of them, or what it is itself. */
export type Get = <Result>(path: '/messages' | `/messages/${string}` | '', query?: Query) => Promise<Result>;

interface Query extends Readonly<Record<string, string>> {
  after: string;
  limit: string;
}

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100;
/** Where more has been said since, people have read on. */
const MAX_PAGES = 10;
/** The clocks of two machines differ. */
const SKEW_MS = 5 * 60_000;
/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = Date.UTC(2015, 0, 1);

/**
 * The id of the first message with a mark after a moment or a message; undefined where there is none, or where the
 * channel cannot be read: looking must not stop what is to be sent.
 */
export async function findSent(mark: number, after: Date | string, get: Get): Promise<string | undefined> {
  try {
    return await findInPages(mark, after, get);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    // Discord may fail to list a channel that holds containers, and still show one message (discord-api-docs#8611).
    if (hasKind(error, 'form')) return await findNewest(mark, get);
    throw error;
  }
}

async function findInPages(mark: number, after: Date | string, get: Get): Promise<string | undefined> {
  let last = typeof after === 'string' ? after : earliestId(after);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await get<readonly ListedMessage[]>('/messages', { after: last, limit: String(PAGE) });
    const marked = found.find((message) => hasComponentId(message, mark));
    if (marked !== undefined) return marked.id;
    if (found.length < PAGE) return undefined;
    last = found.map(({ id }) => id).reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
  }
  return undefined;
}

/** The channel's newest message, where it has the mark. */
async function findNewest(mark: number, get: Get): Promise<string | undefined> {
  try {
    const { last_message_id: id } = await get<{ last_message_id?: string | null }>('');
    if (typeof id !== 'string') return undefined;
    return hasComponentId(await get<ListedMessage>(`/messages/${id}`), mark) ? id : undefined;
  } catch (error) {
    if (isUnreadable(error) || hasKind(error, 'form')) return undefined;
    throw error;
  }
}

/** Whether a message has a mark. */
export function hasComponentId({ components }: Pick<ListedMessage, 'components'>, mark: number): boolean {
  return components?.[0]?.id === mark;
}

/** The id of what was made at an instant, or a little earlier. */
export function earliestId(at: Date): string {
  return String(BigInt(Math.max(0, at.getTime() - SKEW_MS - EPOCH_MS)) << 22n);
}

/** A channel that holds no messages of its own, or that may not be read. */
function isUnreadable(error: unknown): boolean {
  return error instanceof DiscordFailure && (error.reason === 'refused' || error.reason === 'forbidden');
}
