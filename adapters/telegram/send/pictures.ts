import type { Picture } from '../../../src/view/view.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from '../errors.ts';
import { escapeHtml } from '../render/html.ts';
import { isLinkable } from '../render/linkable.ts';
import type { Message } from '../render/render.ts';
import type { Envelope, Sender, Sent } from './sender.ts';
import { sendText } from './text.ts';

/** How many addresses of a picture are tried. */
const TRIES = 4;
/** Telegram fetches the pictures of a message before it responds. */
const PICTURE_TIMEOUT_MS = 30_000;

/** Sends a picture from the first address that Telegram can fetch, else its caption or a link; the message ids. */
export async function sendPhoto(
  { picture, html }: Message & { kind: 'photo' },
  envelope: Envelope,
  sender: Sender,
): Promise<number[]> {
  for (const photo of addressesOf(picture).slice(0, TRIES)) {
    const parameters = { photo, ...toCaption(html) };
    try {
      const call = { method: 'sendPhoto', envelope, parameters, timeoutMs: PICTURE_TIMEOUT_MS } as const;
      return [(await sender.attempt<Sent>(call)).message_id];
    } catch (error) {
      if (refusesPictures(error)) break;
      if (!hasKind(error, 'picture')) throw error;
    }
  }
  return await sendCaption(html || linkTo(picture.url), envelope, sender);
}

/** Sends an album. A picture that cannot be fetched is tried from its other addresses, then left out and linked. */
export async function sendAlbum(
  { pictures, html }: Message & { kind: 'album' },
  envelope: Envelope,
  sender: Sender,
): Promise<number[]> {
  const left = pictures.map(addressesOf).filter((addresses) => addresses.length > 0);
  for (let tries = pictures.length * TRIES; left.length > 1 && tries > 0; tries -= 1) {
    const media = left.map(([url = ''], at) => ({ type: 'photo', media: url, ...(at === 0 && toCaption(html)) }));
    const call = { method: 'sendMediaGroup', envelope, parameters: { media }, cost: media.length } as const;
    try {
      const sent = await sender.attempt<Sent[]>({ ...call, timeoutMs: PICTURE_TIMEOUT_MS });
      return sent.map(({ message_id }) => message_id);
    } catch (error) {
      if (refusesPictures(error)) return await sendCaption(html, envelope, sender);
      if (!hasKind(error, 'picture')) throw error;
      const at = Math.min(error.item ?? 1, left.length) - 1;
      left[at]?.shift();
      if (left[at]?.length === 0) left.splice(at, 1);
    }
  }
  const [url, ...fallbacks] = left[0] ?? [];
  if (url === undefined) return await sendCaption(html, envelope, sender);
  const picture = { url, fallbacks, alt: '', caption: null, credit: null };
  return await sendPhoto({ kind: 'photo', picture, html }, envelope, sender);
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

/** Without the picture, at least its caption and its address arrive. */
async function sendCaption(html: string, envelope: Envelope, sender: Sender): Promise<number[]> {
  return await sendText({ kind: 'text', html, preview: null, buttons: [] }, envelope, sender);
}

function linkTo(url: string): string {
  return isLinkable(url) ? `<a href="${escapeHtml(url)}">🖼</a>` : escapeHtml(url);
}
