import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../adapters/telegram/errors.ts';

function told(code: number, description: string, parameters = {}) {
  const { reason, kind, retryAfterMs, movedTo, item } = toFailure(
    new TelegramError({ error_code: code, description, parameters }),
  );
  return { reason, kind, ...(retryAfterMs && { retryAfterMs }), ...(movedTo && { movedTo }), ...(item && { item }) };
}

describe('a refusal of Telegram', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: bot was kicked from the group chat'],
    [403, 'Forbidden: bot was kicked from the supergroup chat'],
    [403, 'Forbidden: bot was kicked from the channel chat'],
    [403, 'Forbidden: bot is not a member of the supergroup chat'],
    [403, 'Forbidden: bot is not a member of the channel chat'],
    [403, 'Forbidden: the group chat was deleted'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: message thread not found'],
    [400, 'Bad Request: TOPIC_DELETED'],
    [400, 'Bad Request: CHANNEL_PRIVATE'],
    [400, 'Bad Request: USER_IS_BLOCKED'],
    [400, 'Bad Request: failed to send message #1 with the error message "USER_IS_BLOCKED"'],
  ])('means that the chat is gone: %i %s', (code, description) => {
    expect(told(code, description).reason).toBe('gone');
  });

  it.each([
    'Bad Request: not enough rights to send text messages to the chat',
    'Bad Request: not enough rights to send photos to the chat',
    'Bad Request: need administrator rights in the channel chat',
    'Bad Request: CHAT_WRITE_FORBIDDEN',
    'Bad Request: TOPIC_CLOSED',
    'Bad Request: CHAT_ADMIN_REQUIRED',
    'Bad Request: USER_BANNED_IN_CHANNEL',
    'Bad Request: ALLOW_PAYMENT_REQUIRED_25',
    'Bad Request: failed to send message #1 with the error message "TOPIC_CLOSED"',
  ])('means that a permission is missing: %s', (description) => {
    expect(told(400, description).reason).toBe('forbidden');
  });

  it('has the new id of a group that has moved', () => {
    const moved = told(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001 });
    expect(moved).toEqual({ reason: 'moved', kind: 'other', movedTo: '-1001' });
  });

  it('has the delay to wait', () => {
    expect(told(429, 'Too Many Requests: retry after 17', { retry_after: 17 })).toEqual({
      reason: 'busy',
      kind: 'other',
      retryAfterMs: 17_000,
    });
  });

  it.each([
    [400, 'Bad Request: failed to send message #1 with the error message "Too Many Requests: retry after 8"', {}],
    [400, 'Bad Request: failed to send message #2 with the error message "FLOOD_WAIT_8"', {}],
    [429, 'Too Many Requests: retry after 8', {}],
    [420, 'FLOOD_PREMIUM_WAIT_8', {}],
    [429, 'Too Many Requests', { retry_after: 8 }],
  ])('has the delay to wait, wherever it is: %i %s', (code, description, parameters) => {
    expect(told(code, description, parameters)).toEqual({ reason: 'busy', kind: 'other', retryAfterMs: 8000 });
  });

  it('never has a delay that is too long for a timer', () => {
    expect(told(429, 'Too Many Requests', { retry_after: 1e12 }).retryAfterMs).toBe(24 * 60 * 60 * 1000);
  });

  it.each([{}, [], 5, { ok: false }, { error_code: '400', description: 'no' }, { error_code: 400, description: null }])(
    'leaves it unclear whether it took effect if it has no code or no words: %j',
    (response) => {
      expect(toFailure(new TelegramError(response as never))).toMatchObject({ reason: 'busy', unclear: true });
    },
  );

  it.each([
    ['wrong file identifier/HTTP URL specified', undefined],
    ['failed to get HTTP URL content', undefined],
    ['wrong type of the web page content', undefined],
    ['IMAGE_PROCESS_FAILED', undefined],
    ['WC_CONVERT_URL_INVALID', undefined],
    ['PHOTO_INVALID_DIMENSIONS', undefined],
    ['failed to send message #3 with the error message "WEBPAGE_CURL_FAILED"', 3],
  ])('is about a picture: %s', (description, item) => {
    expect(told(400, `Bad Request: ${description}`)).toEqual({
      reason: 'refused',
      kind: 'picture',
      ...(item && { item }),
    });
  });

  it.each([
    ['message is not modified: specified new message content and reply markup are exactly the same', 'not-modified'],
    ['query is too old and response timeout expired or query ID is invalid', 'stale'],
    ['message to edit not found', 'no-message'],
    ["message can't be edited", 'no-message'],
    ['there is no text in the message to edit', 'no-message'],
    ['message to delete not found', 'no-message'],
  ])('is %s', (description, kind) => {
    expect(told(400, `Bad Request: ${description}`)).toEqual({ reason: 'refused', kind });
  });

  it.each([
    'message is too long',
    'message caption is too long',
    "can't parse entities: Unexpected end tag at byte offset 3",
    'text must be non-empty',
    'too many messages to send as an album',
    'there are no messages to send',
    'BUTTON_DATA_INVALID',
    'something that is not known yet',
  ])('is a request that we got wrong: %s', (description) => {
    expect(told(400, `Bad Request: ${description}`)).toEqual({ reason: 'refused', kind: 'other' });
  });

  it.each([500, 502, 504])('leaves it unclear whether it took effect: %i', (code) => {
    expect(told(code, 'Bad Gateway')).toEqual({ reason: 'busy', kind: 'unclear' });
  });

  it.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
    [409, 'Conflict: terminated by other getUpdates request'],
  ])('stops the bot until the operator acts: %i', (code, description) => {
    expect(told(code, description)).toEqual({ reason: 'busy', kind: 'stopped' });
  });
});

describe('a request without an answer', () => {
  it('certainly had no effect if it was not sent', () => {
    expect(toFailure(new Error('request to http://x failed, reason: connect ECONNREFUSED 127.0.0.1:1'))).toMatchObject({
      reason: 'busy',
      kind: 'other',
    });
  });

  it.each(['socket hang up', 'read ECONNRESET', 'invalid json response body', 'Unexpected end of JSON input'])(
    'may have had one otherwise: %s',
    (message) => {
      expect(toFailure(new Error(message))).toMatchObject({ reason: 'busy', kind: 'unclear' });
    },
  );

  it('never shows the token', () => {
    const failure = toFailure(
      new Error('request to https://x/bot123456789:AAabcdefghijklmnopqrstuvwxyz012345678/getMe failed'),
    );
    expect(failure.message).toBe('request to https://x/bot[token]/getMe failed');
    expect(JSON.stringify(failure)).not.toContain('AAabc');
  });

  it('is translated once', () => {
    const failure = toFailure(new Error('socket hang up'));
    expect(toFailure(failure)).toBe(failure);
  });
});
