/** Longer addresses would make a message's source too long; they are shown as text. */
const MOST_CHARS = 2048;
const HOST = /^(?:[a-z0-9_-]+\.)+[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/i;

/**
 * Whether Telegram takes an address for a link: it drops others without a word (a host without a dot, odd characters in
 * it: tdlib's check_url, https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp).
 */
export function isLinkable(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return false;
  return parsed.href.length <= MOST_CHARS && HOST.test(parsed.hostname) && parsed.port !== '0';
}
