import { describe, expect, it } from 'vitest';
import { redactCredentials } from '../../src/text/redact-credentials.ts';

describe('the credentials in an address', () => {
  it.each([
    [
      'request to http://me:hunter2@proxy:81/bot1/getMe failed',
      'request to http://[password]@proxy:81/bot1/getMe failed',
    ],
    ['HTTPS://hunter2@proxy', 'HTTPS://[password]@proxy'],
    ['postgres://me:hunt@er:2@db/gazette', 'postgres://[password]@db/gazette'],
    ['socks5h://me:hunter2@127.0.0.1?x', 'socks5h://[password]@127.0.0.1?x'],
    ['http://a:b@c http://d:e@f', 'http://[password]@c http://[password]@f'],
  ])('are replaced: %s', (text, redacted) => {
    expect(redactCredentials(text)).toBe(redacted);
  });

  it.each(['https://example.org/@ann', 'mail ann@example.org', 'https://example.org/?to=ann@example.org', 'a://b c@d'])(
    'are not found in %s',
    (text) => {
      expect(redactCredentials(text)).toBe(text);
    },
  );
});
