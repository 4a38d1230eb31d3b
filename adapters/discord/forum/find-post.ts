import { type AnswerShape, isObject, listOf, withTexts } from '../answer-shapes.ts';
import type { Client } from '../client.ts';
import { hasKind } from '../errors.ts';
import { hasComponentId, type ListedMessage } from '../send/find-message.ts';
import { timeOfSnowflake } from '../send/snowflakes.ts';
import type { Forum } from './describe-post.ts';

interface Thread {
  id: string;
  name: string;
  parent_id?: string;
  thread_metadata?: { archive_timestamp?: string };
}

interface ThreadList {
  threads: readonly Thread[];
  has_more?: boolean;
}

interface Wanted {
  titles: readonly string[];
  /** Of which its first message has one. */
  componentIds: readonly number[];
  /** An id that is lower than that of the post. */
  after: string;
}

const isThreadList: AnswerShape = (answer) => isObject(answer) && listOf(withTexts('id', 'name'))(answer['threads']);

/** The id of a post with one of the titles and with one of the component ids in its first message, also if it is archived. */
export async function findPost(forum: Forum, wanted: Wanted, client: Client): Promise<string | undefined> {
  const active = await list(client, `/guilds/${forum.guild_id}/threads/active`);
  return (await findAmong(active.threads, { forum, wanted, client })) ?? (await findArchived(forum, wanted, client));
}

/** Discord lists archived threads from the latest archived one on. */
async function findArchived(forum: Forum, wanted: Wanted, client: Client): Promise<string | undefined> {
  for (let before: string | undefined; ; ) {
    const route = `/channels/${forum.id}/threads/archived/public` as const;
    const { threads, has_more: hasMore } = await list(client, route, before);
    const found = await findAmong(threads, { forum, wanted, client });
    const archivedAt = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (found !== undefined || hasMore !== true || archivedAt === undefined || archivedAt === before) return found;
    if (Date.parse(archivedAt) < timeOfSnowflake(wanted.after)) return undefined;
    before = archivedAt;
  }
}

async function list(client: Client, route: `/${string}`, before?: string): Promise<ThreadList> {
  const page = { method: 'GET', route, priority: 'push', expects: isThreadList } as const;
  return await client.call<ThreadList>({ ...page, ...(before !== undefined && { query: { before } }) });
}

async function findAmong(
  threads: readonly Thread[],
  { forum, wanted, client }: { forum: Forum; wanted: Wanted; client: Client },
): Promise<string | undefined> {
  const { titles, componentIds, after } = wanted;
  const candidates = threads.filter(
    ({ id, name, parent_id: parent }) => parent === forum.id && titles.includes(name) && BigInt(id) >= BigInt(after),
  );
  for (const { id } of candidates) if (await startsWith(id, componentIds, client)) return id;
  return undefined;
}

/** Whether the first message of a thread exists and has one of the component ids. */
async function startsWith(thread: string, componentIds: readonly number[], client: Client): Promise<boolean> {
  try {
    const route = `/channels/${thread}/messages/${thread}` as const;
    const message = await client.call<ListedMessage>({
      method: 'GET',
      route,
      priority: 'push',
      expects: withTexts('id'),
    });
    return hasComponentId(message, componentIds);
  } catch (error) {
    if (hasKind(error, 'unknown-message')) return false;
    throw error;
  }
}
