import { isDeepStrictEqual } from 'node:util';
import { DiscordFailure } from './errors.ts';
import { halve, withoutLinks } from './render/lesser-forms.ts';
import { replacePicture, withoutPictures } from './render/pictures.ts';
import type { Message } from './render/render.ts';

/** So many times other addresses are tried for pictures of a message; then it goes without any. */
const MAX_TRIES = 4;
/** A message is halved so often at most: an eighth of one is small by any measure. */
const MAX_HALVINGS = 3;

/** Sends one message, or a piece of one; `piece` names it among those that a message was divided into, '' for a whole one. */
export type Send<Result> = (message: Message, piece: string) => Promise<Result>;

/**
 * Sends a message, and again where Discord refuses this form of it: with a picture's next address, with links instead of
 * pictures, without links, in halves. What comes of each message that it became, in order.
 */
export async function sendWithFallbacks<Result>(message: Message, send: Send<Result>, piece = ''): Promise<Result[]> {
  let current = message;
  for (let tries = 1; ; tries += 1) {
    try {
      return [await send(current, piece)];
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      const next = simplify(current, error, tries);
      if (next === undefined) return await sendHalves(current, error, { send, piece });
      current = next;
    }
  }
}

/** Rejects with the failure of the whole where it is not one that smaller messages could avoid. */
async function sendHalves<Result>(
  message: Message,
  failure: DiscordFailure,
  { send, piece }: { send: Send<Result>; piece: string },
): Promise<Result[]> {
  const mayHelp = failure.kind === 'form' || failure.kind === 'links';
  const halvings = piece.split('/').length - 1;
  const halves = mayHelp && halvings < MAX_HALVINGS ? halve(message) : [];
  if (halves.length < 2) throw failure;
  const results: Result[] = [];
  for (const [at, half] of halves.entries()) results.push(...(await sendWithFallbacks(half, send, `${piece}/${at}`)));
  return results;
}

function isAboutContent({ reason, kind }: DiscordFailure): boolean {
  return reason === 'refused' && (kind === 'picture' || kind === 'other');
}

/** The message with less that could be refused; undefined where there is nothing to leave out. */
function simplify(message: Message, failure: DiscordFailure, tries: number): Message | undefined {
  if (failure.kind === 'links') return withoutLinks(message);
  if (failure.kind !== 'form' && !isAboutContent(failure)) return undefined;
  const plain = withoutPictures(message);
  if (isDeepStrictEqual(plain.components, message.components)) return undefined;
  const urls = failure.paths.flatMap((path) => pictureAt(message, path) ?? []);
  return urls.length === 0 || tries >= MAX_TRIES ? plain : urls.reduce(replacePicture, message);
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
