import { DiscordFailure } from './errors.ts';

/** A message as a list shows it. */
export interface Listed {
  id: string;
  components?: readonly { id?: number }[];
}

/** https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100;
/** Where more has been said since, people have read on. */
const MOST_PAGES = 10;
/** The clocks of two machines differ. */
const SKEW_MS = 5 * 60_000;
/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = Date.UTC(2015, 0, 1);

/** Goes through what was said in a channel after a moment or a message; the id of the first message with a mark. */
export async function findMarked(
  mark: number,
  after: Date | string,
  list: (query: { after: string; limit: string }) => Promise<readonly Listed[]>,
): Promise<string | undefined> {
  let last = typeof after === 'string' ? after : earliestId(after);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await list({ after: last, limit: String(PAGE) }).catch(nothingToRead);
    const marked = found.find((message) => isMarked(message, mark));
    if (marked !== undefined) return marked.id;
    if (found.length < PAGE) return undefined;
    last = found.map(({ id }) => id).reduce((one, other) => (BigInt(one) > BigInt(other) ? one : other));
  }
  return undefined;
}

/** Whether a message has a mark. */
export function isMarked({ components }: Pick<Listed, 'components'>, mark: number): boolean {
  return components?.[0]?.id === mark;
}

/** The id of what was made at an instant, or a little earlier. */
export function earliestId(at: Date): string {
  return String(BigInt(Math.max(0, at.getTime() - SKEW_MS - EPOCH_MS)) << 22n);
}

/** A channel that holds no messages of its own has none of ours. */
function nothingToRead(error: unknown): readonly Listed[] {
  if (error instanceof DiscordFailure && error.reason === 'refused') return [];
  throw error;
}
