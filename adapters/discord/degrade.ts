import { isDeepStrictEqual } from 'node:util';
import { DiscordFailure } from './errors.ts';
import { replacePicture, withoutPictures } from './pictures.ts';
import type { Message } from './render.ts';

/** So many times other addresses are tried for pictures of a message; then it goes without any. */
const MOST_TRIES = 4;

/**
 * Sends a message, and again where Discord refuses it for a picture: with the picture's next address, in the end with
 * links instead of pictures. A picture never costs the text.
 */
export async function sendDegrading<Result>(
  message: Message,
  send: (message: Message) => Promise<Result>,
): Promise<Result> {
  let current = message;
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(current);
    } catch (error) {
      const next = error instanceof DiscordFailure ? lesser(current, error, tries) : undefined;
      if (next === undefined) throw error;
      current = next;
    }
  }
}

/** The message with less that could be refused; undefined where there is nothing to leave out. */
function lesser(message: Message, failure: DiscordFailure, tries: number): Message | undefined {
  if (failure.reason !== 'refused' || (failure.about !== 'picture' && failure.about !== 'other')) return undefined;
  const plain = withoutPictures(message);
  if (isDeepStrictEqual(plain.components, message.components)) return undefined;
  const urls = failure.paths.flatMap((path) => pictureAt(message, path) ?? []);
  return urls.length === 0 || tries >= MOST_TRIES ? plain : urls.reduce(replacePicture, message);
}

/** The address of the picture that Discord found something wrong with. */
function pictureAt(message: Message, path: readonly string[]): string | undefined {
  const from = path.indexOf('components');
  const to = path.indexOf('media');
  if (from < 0 || to < 0) return undefined;
  const found = path.slice(from, to + 1).reduce<unknown>(valueAt, message);
  const url = valueAt(found, 'url');
  return typeof url === 'string' ? url : undefined;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
