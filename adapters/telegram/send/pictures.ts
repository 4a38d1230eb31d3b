import type { Picture } from '../../../src/view/view.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from '../errors.ts';
import { escapeHtml } from '../render/html.ts';
import { isLinkable } from '../render/linkable.ts';
import type { Message } from '../render/render.ts';
import { type Envelope, MAX_WAIT_MS, type Sender, type Sent } from './sender.ts';
import { sendText } from './text.ts';

/** How many addresses of a picture are tried. */
const ADDRESSES = 4;
/** Telegram answers 429 for pictures of some hosts, however long the bot waits: https://github.com/tdlib/telegram-bot-api/issues/505 */
const PICTURE_TRIES = 2;
/** Telegram fetches the pictures of a message before it responds. */
const PICTURE_TIMEOUT_MS = 30_000;

/** Sends a picture from the first address that Telegram can fetch, else its caption or a link; the message ids. */
export async function sendPhoto(
  { picture, html }: Message & { kind: 'photo' },
  envelope: Envelope,
  sender: Sender,
): Promise<number[]> {
  const id = await sendFromFirstAddress({ addresses: addressesOf(picture), html }, envelope, sender);
  return id === undefined ? await sendCaption(html || linkTo(picture.url), envelope, sender) : [id];
}

/** Sends an album. A picture that cannot be fetched is tried from its other addresses, then left out and linked. */
export async function sendAlbum(
  { pictures, html }: Message & { kind: 'album' },
  envelope: Envelope,
  sender: Sender,
): Promise<number[]> {
  const left = pictures.map(addressesOf).filter((addresses) => addresses.length > 0);
  for (let tries = pictures.length * ADDRESSES; left.length > 1 && tries > 0; tries -= 1) {
    const media = left.map(([url = ''], at) => ({ type: 'photo', media: url, ...(at === 0 && toCaption(html)) }));
    const call = { method: 'sendMediaGroup', envelope, parameters: { media }, cost: media.length } as const;
    try {
      const sent = await sender.attempt<Sent[]>({ ...call, timeoutMs: PICTURE_TIMEOUT_MS, tries: PICTURE_TRIES });
      return sent.map(({ message_id }) => message_id);
    } catch (error) {
      if (refusesPictures(error)) return await sendCaption(html, envelope, sender);
      if (isRefusedAsFlood(error)) break;
      if (!hasKind(error, 'picture')) throw error;
      const at = Math.min(error.item ?? 1, left.length) - 1;
      left[at]?.shift();
      if (left[at]?.length === 0) left.splice(at, 1);
    }
  }
  return await sendSeparately({ left, html }, envelope, sender);
}

/** Sends the pictures of an album one by one, the first with the caption; if none can be sent, the caption alone. */
async function sendSeparately(
  { left, html }: { left: readonly (readonly string[])[]; html: string },
  envelope: Envelope,
  sender: Sender,
): Promise<number[]> {
  const sent: number[] = [];
  for (const addresses of left) {
    const isFirst = sent.length === 0;
    const picture = { addresses, html: isFirst ? html : '' };
    const id = await sendFromFirstAddress(picture, envelope, sender).catch((error: unknown) => {
      // The caption, which links to every picture, has arrived: repeating all of it would show it twice.
      if (isFirst) throw error;
      sender.report(error);
      return undefined;
    });
    if (id !== undefined) sent.push(id);
  }
  return sent.length > 0 ? sent : await sendCaption(html, envelope, sender);
}

/** The message id; undefined if Telegram sends it from no address. */
async function sendFromFirstAddress(
  { addresses, html }: { addresses: readonly string[]; html: string },
  envelope: Envelope,
  sender: Sender,
): Promise<number | undefined> {
  for (const photo of addresses.slice(0, ADDRESSES)) {
    const parameters = { photo, ...(html !== '' && toCaption(html)) };
    try {
      const call = { method: 'sendPhoto', envelope, parameters, timeoutMs: PICTURE_TIMEOUT_MS } as const;
      return (await sender.attempt<Sent>({ ...call, tries: PICTURE_TRIES })).message_id;
    } catch (error) {
      if (refusesPictures(error) || isRefusedAsFlood(error)) return undefined;
      if (!hasKind(error, 'picture')) throw error;
    }
  }
  return undefined;
}

/** The addresses that Telegram can fetch, best first. */
function addressesOf({ url, fallbacks }: Picture): string[] {
  return [url, ...fallbacks].filter(isLinkable);
}

function toCaption(html: string): object {
  return { caption: html, parse_mode: 'HTML' };
}

/** Whether no other address can help: the chat accepts no pictures, or the reason is unknown. */
function refusesPictures(error: unknown): boolean {
  return isUnknownRefusal(error) || (error instanceof TelegramFailure && error.reason === 'forbidden');
}

/** Whether the wait was kept to in vain. */
function isRefusedAsFlood(error: unknown): boolean {
  return error instanceof TelegramFailure && error.retryAfterMs !== undefined && error.retryAfterMs <= MAX_WAIT_MS;
}

/** Without the picture, at least its caption and its address arrive. */
async function sendCaption(html: string, envelope: Envelope, sender: Sender): Promise<number[]> {
  return await sendText({ kind: 'text', html, preview: null, buttons: [] }, envelope, sender);
}

function linkTo(url: string): string {
  return isLinkable(url) ? `<a href="${escapeHtml(url)}">🖼</a>` : escapeHtml(url);
}
