import type { Picture } from '../../src/view/view.ts';
import { type Call, type Envelope, how, type Sending, type Sent, where } from './call.ts';
import { hasKind, isUnknownRefusal, TelegramFailure } from './errors.ts';
import { escapeHtml } from './render/html.ts';
import { isLinkable } from './render/linkable.ts';
import type { Message } from './render/render.ts';
import { sendText } from './send-text.ts';

/** How many addresses of a picture are tried. */
const TRIES = 4;
/** Telegram fetches the pictures of a message before it answers. */
const PICTURE_TIMEOUT_MS = 30_000;

/** Every address that a picture can be fetched from, best first. */
function addressesOf({ url, fallbacks }: Picture): string[] {
  return [url, ...fallbacks].filter(isLinkable);
}

/** Sends a picture from the first of its addresses that Telegram can fetch, else what it says, with a link; the message ids. */
export async function sendPhoto(
  { picture, html }: Message & { kind: 'photo' },
  envelope: Envelope,
  sending: Sending,
): Promise<number[]> {
  for (const photo of addressesOf(picture).slice(0, TRIES)) {
    const parameters = { photo, caption: html, parse_mode: 'HTML', ...how(envelope) };
    const call: Call = { method: 'sendPhoto', ...where(envelope, 1), parameters, timeoutMs: PICTURE_TIMEOUT_MS };
    try {
      return [(await sending.attempt<Sent>(call)).message_id];
    } catch (error) {
      if (isNoPicture(error)) break;
      if (!hasKind(error, 'picture')) throw error;
    }
  }
  return await sendInstead(html || linkTo(picture.url), envelope, sending);
}

/** An album; a picture that cannot be fetched is tried from its other addresses, then left out and linked. */
export async function sendAlbum(
  { pictures, html }: Message & { kind: 'album' },
  envelope: Envelope,
  sending: Sending,
): Promise<number[]> {
  const left = pictures
    .map((picture) => ({ addresses: addressesOf(picture) }))
    .filter(({ addresses }) => addresses.length > 0);
  for (let tries = pictures.length * TRIES; left.length > 1 && tries > 0; tries -= 1) {
    try {
      const sent = await sending.attempt<Sent[]>(
        albumCall(
          left.map(({ addresses }) => addresses[0] ?? ''),
          html,
          envelope,
        ),
      );
      return sent.map(({ message_id }) => message_id);
    } catch (error) {
      if (isNoPicture(error)) return await sendInstead(html, envelope, sending);
      if (!hasKind(error, 'picture')) throw error;
      const at = Math.min(error.item ?? 1, left.length) - 1;
      left[at]?.addresses.shift();
      if (left[at]?.addresses.length === 0) left.splice(at, 1);
    }
  }
  const [only] = left;
  const [url, ...fallbacks] = only?.addresses ?? [];
  if (url === undefined) return await sendInstead(html, envelope, sending);
  const picture = { url, fallbacks, alt: '', caption: null, credit: null };
  return await sendPhoto({ kind: 'photo', picture, html }, envelope, sending);
}

function albumCall(addresses: readonly string[], html: string, envelope: Envelope): Call {
  const media = addresses.map((address, at) => ({
    type: 'photo',
    media: address,
    ...(at === 0 && { caption: html, parse_mode: 'HTML' }),
  }));
  const parameters = { media, ...how(envelope) };
  return { method: 'sendMediaGroup', ...where(envelope, media.length), parameters, timeoutMs: PICTURE_TIMEOUT_MS };
}

/** No address will help: the chat takes no pictures, or they are refused for a reason that is not known. */
function isNoPicture(error: unknown): boolean {
  return isUnknownRefusal(error) || (error instanceof TelegramFailure && error.reason === 'forbidden');
}

/** Without the picture at least its words and its address arrive. */
async function sendInstead(html: string, envelope: Envelope, sending: Sending): Promise<number[]> {
  return await sendText({ kind: 'text', html, preview: null, buttons: [] }, envelope, sending);
}

function linkTo(url: string): string {
  return isLinkable(url) ? `<a href="${escapeHtml(url)}">🖼</a>` : escapeHtml(url);
}
