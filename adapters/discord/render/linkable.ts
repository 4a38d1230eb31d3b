/** Longer addresses leave too little room for words; they are shown as text. */
const MAX_LINK = 2048;
const MAX_MEDIA = 2048;
const MAX_BUTTON = 512;
const HOST = /^(?:[a-z0-9_-]+\.)+[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/i;
/** What could end an address in `[text](address)`, or be read as markup in it. */
const UNSAFE = /[\s\p{Cc}()<>"'\\`*|]/gu;
const UNSAFE_AFTER_HOST = /[[\]]/gu;

/** Whether an address can be a link in a text. */
export function isLinkable(url: string): boolean {
  return isWeb(url) && toAddress(url).length <= MAX_LINK;
}

/** Whether Discord takes an address for that of a picture: https://docs.discord.com/developers/components/reference */
export function isShowable(url: string): boolean {
  return isPublic(url) && url.length <= MAX_MEDIA;
}

/** Whether Discord takes an address for a button's. */
export function fitsButton(url: string): boolean {
  return isPublic(url) && url.length <= MAX_BUTTON;
}

/** An address as it can stand in `[text](address)`: what is not safe there is percent-encoded, and it opens the same page. */
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
  const protocol = URL.parse(url)?.protocol;
  return /^https?:\/\//iu.test(url) && (protocol === 'http:' || protocol === 'https:');
}

function isPublic(url: string): boolean {
  return isWeb(url) && HOST.test(URL.parse(url)?.hostname ?? '');
}
