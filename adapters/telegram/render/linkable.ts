import { isDottedHost, parseWebAddress } from '../../../src/messaging/web-address.ts';

/** Longer addresses would make a message's source too long; they become text. */
const MAX_CHARS = 2048;

/**
 * Whether Telegram supports an address as a link. It silently drops other links: a host without a dot, or with unusual
 * characters (tdlib's check_url, https://github.com/tdlib/td/blob/master/td/telegram/LinkManager.cpp).
 */
export function isLinkable(url: string): boolean {
  const parsed = parseWebAddress(url);
  return (
    parsed !== undefined && parsed.href.length <= MAX_CHARS && isDottedHost(parsed.hostname) && parsed.port !== '0'
  );
}
