import type { Address } from '../../../src/subscription/address.ts';
import type { View } from '../../../src/view/view.ts';
import { withId } from '../answer-shapes.ts';
import type { ApiContext } from '../context.ts';
import { DiscordFailure, hasKind, toInvalidFormFailure } from '../errors.ts';
import type { Outbox } from '../outbox.ts';
import type { Message } from '../render/render.ts';
import { toBody, toComponentId, withComponentId } from '../send/message-body.ts';
import { firstHalvesOf, sendWithFallbacks } from '../send/send-with-fallbacks.ts';
import { chooseTags, type Forum, titlesOf } from './describe-post.ts';
import { findPost } from './find-post.ts';

interface PostOptions {
  to: Address;
  view: View;
  silent: boolean;
  /** Identifies the post, so that opening it again makes no second one. */
  name: string;
  /** An id that is lower than that of the post. */
  start: string;
  /** An earlier try may have opened it. */
  isRetry: boolean;
  mayOmit(failure: DiscordFailure): boolean;
}

/** Opens a post in a forum, or finds it if it was opened before. Resolves to the ids of its messages; the first is also the thread's. */
export async function openPost(
  message: Message,
  options: PostOptions,
  { client, outbox }: ApiContext & { outbox: Outbox },
): Promise<string[]> {
  const { to, view, silent, name, start, isRetry } = options;
  const route = `/channels/${to.chat}` as const;
  const forum = await client.call<Forum>({ method: 'GET', route, priority: 'push', expects: withId });
  const titles = titlesOf(view, start);
  const tags = chooseTags(forum, view);
  const find = (names: readonly string[]) =>
    findPost(forum, { titles, componentIds: names.map(toComponentId), after: start }, client);
  let thread: string | undefined;
  /** The first half of a piece that opens the post; a later piece is divided by the outbox. */
  const wasDivided = async (piece: string) =>
    isRetry && thread === undefined && (await find(firstHalvesOf(piece).map((half) => name + half))) !== undefined;
  const sent = await sendWithFallbacks(message, { ...options, wasDivided }, async (form, piece) => {
    if (thread !== undefined) {
      const envelope = { to: { ...to, thread }, priority: 'push', silent, name: name + piece } as const;
      return await outbox.send(form, { ...envelope, mayFollow: isRetry ? start : undefined });
    }
    const content = withComponentId(toBody(form, { silent }), toComponentId(name + piece));
    const open = async (title: string) => {
      const body = { name: title, message: content, ...(tags.length > 0 && { applied_tags: tags }) };
      return await createOrFind(
        () => outbox.postOnce(`${route}/threads`, body, 'push'),
        () => find([name + piece]),
      );
    };
    thread = (isRetry ? await find([name + piece]) : undefined) ?? (await openUnder(titles, open));
    return [thread];
  });
  return sent.flat();
}

/** Opens a post under the first title that Discord accepts. */
async function openUnder(
  [title, ...others]: readonly [string, ...string[]],
  open: (title: string) => Promise<string>,
): Promise<string> {
  try {
    return await open(title);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || !hasKind(error, 'title')) throw error;
    return await openUnder([next, ...rest], open);
  }
}

/** Creates a post. If the outcome is unclear, looks for it and then tries once more, because threads have no nonce. */
async function createOrFind(
  create: () => Promise<{ id: string }>,
  find: () => Promise<string | undefined>,
): Promise<string> {
  try {
    return (await create()).id;
  } catch (error) {
    if (!hasKind(error, 'unclear')) throw error;
    const found = await find();
    if (found !== undefined) return found;
    const { id } = await create().catch((again: unknown) => {
      const isInvalidForm = error.isVague && again instanceof DiscordFailure && again.isVague;
      throw isInvalidForm ? toInvalidFormFailure(again) : again;
    });
    return id;
  }
}
