import { isDottedHost, parseWebAddress } from '../../../src/messaging/web-address.ts';

/** Longer addresses leave too little room for other text; they become text. */
const MAX_LINK = 2048;
const MAX_MEDIA = 2048;
const MAX_BUTTON = 512;
/** Characters that could end the address in `[text](address)`, or be read as markup in it. */
const UNSAFE = /[\s\p{Cc}()<>"'\\`*|]/gu;
const UNSAFE_AFTER_HOST = /[[\]]/gu;

/** Whether Discord supports an address as a link in a text. */
export function isLinkable(url: string): boolean {
  return isWeb(url) && toAddress(url).length <= MAX_LINK;
}

/** Whether Discord supports an address as that of a picture: https://docs.discord.com/developers/components/reference */
export function isShowable(url: string): boolean {
  return isPublic(url) && url.length <= MAX_MEDIA;
}

/** Whether Discord supports an address as that of a button. */
export function fitsButton(url: string): boolean {
  return isPublic(url) && url.length <= MAX_BUTTON;
}

/** An address for `[text](address)`: unsafe characters are percent-encoded, so that it opens the same page. */
export function toAddress(url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]*/iu.exec(url)?.[0].length ?? 0;
  return encode(url.slice(0, path), UNSAFE) + encode(encode(url.slice(path), UNSAFE), UNSAFE_AFTER_HOST);
}

function encode(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (char) =>
    Array.from(new TextEncoder().encode(char), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
      '',
    ),
  );
}

function isWeb(url: string): boolean {
  return /^https?:\/\//iu.test(url) && parseWebAddress(url) !== undefined;
}

function isPublic(url: string): boolean {
  return isWeb(url) && isDottedHost(parseWebAddress(url)?.hostname ?? '');
}
