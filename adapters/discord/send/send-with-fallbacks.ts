import { isDeepStrictEqual } from 'node:util';
import { DiscordFailure } from '../errors.ts';
import { halve, toOmissionNote, withoutLinks } from '../render/fallback-forms.ts';
import { replacePicture, withoutPictures } from '../render/pictures.ts';
import type { Message } from '../render/render.ts';

/** After this many tries, a message goes without pictures. */
const MAX_TRIES = 4;
/** How often a message is halved: an eighth is small by any measure. */
const MAX_HALVINGS = 3;
/** The kinds of failures that a part of a message can cause. */
const DIVISIBLE: readonly DiscordFailure['kind'][] = ['invalid-form', 'harmful-link', 'picture', 'content'];

/** Whether Discord may accept another form of what it refused. */
export function mayHelpAnotherForm(error: unknown): boolean {
  return error instanceof DiscordFailure && DIVISIBLE.includes(error.kind);
}

/** The name of one half of a piece. */
function toHalf(piece: string, at: number): string {
  return `${piece}/${at}`;
}

/** The names that the first half of a piece can have, or of a piece of that half: only a divided piece has a message with one. */
export function firstHalvesOf(piece: string): string[] {
  const half = toHalf(piece, 0);
  return halvingsOf(half) > MAX_HALVINGS ? [] : [half, ...firstHalvesOf(half)];
}

function halvingsOf(piece: string): number {
  return piece.split('/').length - 1;
}

/** Sends a message or a piece of one. `piece` identifies the piece; it is empty for a whole message. */
type Send<Result> = (form: Message, piece: string) => Promise<Result>;

export interface FallbackOptions {
  /** Whether a note may replace the smallest piece that Discord refuses in every form. Never, by default. */
  mayOmit?(failure: DiscordFailure): boolean;
  /** Whether an earlier try sent the first half of a piece, so that the whole piece would repeat it. Never, by default. */
  wasDivided?(piece: string): Promise<boolean>;
}

/**
 * Sends a message in other forms if Discord refuses it: with another address of a picture, with links instead of pictures,
 * without links, in halves, in the end as a note. Resolves to the results of all the messages that it became, in order.
 */
export async function sendWithFallbacks<Result>(
  message: Message,
  options: FallbackOptions,
  send: Send<Result>,
): Promise<Result[]> {
  return await sendPiece(message, '', { ...options, send });
}

type PieceContext<Result> = FallbackOptions & { send: Send<Result> };

async function sendPiece<Result>(message: Message, piece: string, context: PieceContext<Result>): Promise<Result[]> {
  const halves = (await context.wasDivided?.(piece)) === true ? halve(message) : [];
  if (halves.length > 1) return await sendAll(halves, piece, context);
  let form = message;
  for (let tries = 1; ; tries += 1) {
    try {
      return [await context.send(form, piece)];
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      const next = simplify(form, error, tries);
      if (next === undefined) return await divide(form, error, { ...context, piece });
      form = next;
    }
  }
}

/** Sends the halves of a message, or a note if it cannot be divided. Rejects with the failure of the whole message if neither would help. */
async function divide<Result>(
  message: Message,
  failure: DiscordFailure,
  context: PieceContext<Result> & { piece: string },
): Promise<Result[]> {
  const { piece, send, mayOmit } = context;
  if (!mayHelpAnotherForm(failure)) throw failure;
  const halves = halvingsOf(piece) < MAX_HALVINGS ? halve(message) : [];
  if (halves.length < 2) {
    const note = mayOmit?.(failure) === true ? toOmissionNote(message) : undefined;
    if (note === undefined) throw failure;
    return [await send(note, piece)];
  }
  return await sendAll(halves, piece, context);
}

async function sendAll<Result>(
  halves: readonly Message[],
  piece: string,
  context: PieceContext<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [at, half] of halves.entries()) results.push(...(await sendPiece(half, toHalf(piece, at), context)));
  return results;
}

/** The message with less that Discord could refuse; undefined if there is nothing to leave out. */
function simplify(message: Message, { reason, kind, paths }: DiscordFailure, tries: number): Message | undefined {
  if (kind === 'harmful-link') return withoutLinks(message);
  const isAboutContent = reason === 'refused' && (kind === 'picture' || kind === 'content');
  if (kind !== 'invalid-form' && !isAboutContent) return undefined;
  const plain = withoutPictures(message);
  if (isDeepStrictEqual(plain.components, message.components)) return undefined;
  const urls = paths.flatMap((path) => pictureAt(message, path) ?? []);
  return urls.length === 0 || tries >= MAX_TRIES ? plain : urls.reduce(replacePicture, message);
}

/** The address of the picture that a path of Discord's errors leads to. */
function pictureAt(message: Message, path: readonly string[]): string | undefined {
  const from = path.indexOf('components');
  const to = path.indexOf('media');
  if (from < 0 || to < 0) return undefined;
  const url = [...path.slice(from, to + 1), 'url'].reduce<unknown>(valueAt, message);
  return typeof url === 'string' ? url : undefined;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
