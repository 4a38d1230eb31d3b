import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type DiscordFailure, toFailure } from '../../../adapters/discord/errors.ts';

const SENT = { files: undefined, body: undefined };

function refused(code: number, status: number, errors?: object): DiscordFailure {
  const body = { code, message: 'No.', ...(errors && { errors }) };
  return toFailure(
    new DiscordAPIError(body as ConstructorParameters<typeof DiscordAPIError>[0], code, status, 'POST', 'x', SENT),
  );
}

function limited(retryAfter: number, scope: 'user' | 'global' | 'shared' = 'user'): DiscordFailure {
  const told = {
    global: scope === 'global',
    hash: '',
    limit: 5,
    majorParameter: '1',
    method: 'POST',
    retryAfter,
    route: '/x',
    scope,
  };
  return toFailure(new RateLimitError({ ...told, sublimitTimeout: 0, timeToReset: retryAfter, url: 'x' }));
}

describe('a refused request', () => {
  it.each([
    ['an unknown channel', 10_003, 404, 'gone', 'other'],
    ['an unknown server', 10_004, 404, 'gone', 'other'],
    ['a user who accepts no messages', 50_007, 403, 'gone', 'other'],
    ['a user who has no server in common', 50_278, 403, 'gone', 'other'],
    ['a missing access', 50_001, 403, 'forbidden', 'other'],
    ['a missing permission', 50_013, 403, 'forbidden', 'other'],
    ['an archived thread', 50_083, 400, 'forbidden', 'other'],
    ['a locked thread', 160_005, 403, 'forbidden', 'other'],
    ['any other prohibition', 40_001, 403, 'forbidden', 'other'],
    ['slow mode', 20_016, 429, 'busy', 'other'],
    ['a channel that is written to too fast', 20_028, 429, 'busy', 'other'],
    ['a server that is written to too fast', 20_029, 429, 'busy', 'other'],
    ['overload', 130_000, 500, 'busy', 'other'],
    ['a form with mistakes', 50_035, 400, 'refused', 'content'],
    ['an empty message', 50_006, 400, 'refused', 'content'],
    ['a request that is too large', 40_005, 413, 'refused', 'content'],
    ['blocked content', 200_000, 400, 'refused', 'content'],
    ['a blocked title', 200_001, 400, 'refused', 'title'],
    ['a missing tag', 40_067, 400, 'forbidden', 'tag-required'],
    ['direct messages that are opened too fast', 40_003, 403, 'busy', 'other'],
    ['quarantine', 20_026, 403, 'busy', 'other'],
    ['too many active threads', 160_006, 400, 'busy', 'other'],
    ['a blocked link', 240_000, 400, 'refused', 'harmful-link'],
    ['a deleted message', 10_008, 404, 'refused', 'unknown-message'],
    ['an expired interaction', 10_062, 404, 'refused', 'expired'],
    ['an expired interaction token', 50_027, 401, 'refused', 'expired'],
    ['an unknown webhook', 10_015, 404, 'refused', 'unknown-webhook'],
    ['an interaction that was answered before', 40_060, 400, 'refused', 'acknowledged'],
    ['a forum', 50_008, 400, 'refused', 'non-text-channel'],
    ['a message crossposted before', 40_033, 400, 'refused', 'already-crossposted'],
    ['an unknown token', 0, 401, 'busy', 'stopped'],
    ['an invalid token', 50_014, 401, 'busy', 'stopped'],
    ['a banned address', 40_333, 403, 'busy', 'stopped'],
  ] as const)('is translated: %s', (...[, code, status, reason, kind]) => {
    expect(refused(code, status)).toMatchObject({ reason, kind });
  });

  it('has the path of an invalid picture', () => {
    const errors = {
      components: {
        '0': {
          components: { '2': { items: { '0': { media: { url: { _errors: [{ code: 'URL_TYPE_INVALID_URL' }] } } } } } },
        },
      },
    };
    expect(refused(50_035, 400, errors)).toMatchObject({
      kind: 'picture',
      paths: [['components', '0', 'components', '2', 'items', '0', 'media', 'url']],
    });
  });
});

describe('a request without a response', () => {
  it('is busy for as long as Discord asks to wait, to the millisecond', () => {
    expect(limited(1234)).toMatchObject({ reason: 'busy', retryAfterMs: 1234, kind: 'other' });
    expect(limited(60_000, 'global')).toMatchObject({ reason: 'busy', retryAfterMs: 60_000 });
  });

  it('is banned if the wait has no time', () => {
    expect(limited(0)).toMatchObject({ reason: 'busy', kind: 'stopped', retryAfterMs: 600_000 });
  });

  it.each([500, 502, 503])('has an unclear outcome: %i', (status) => {
    expect(toFailure(new HTTPError(status, 'No', 'POST', 'x', SENT))).toMatchObject({
      reason: 'busy',
      kind: 'unclear',
    });
  });

  it('was never sent if the connection is refused', () => {
    const refusedToo = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    const failure = toFailure(new TypeError('fetch failed', { cause: new AggregateError([refusedToo]) }));
    expect(failure).toMatchObject({ reason: 'busy', kind: 'other' });
  });

  it.each([
    ['a lost connection', new TypeError('fetch failed', { cause: new Error('other side closed') })],
    ['a timeout', new DOMException('This operation was aborted', 'AbortError')],
    ['an invalid response', new SyntaxError('Unexpected token < in JSON')],
  ])('has an unclear outcome: %s', (_what, cause) => {
    expect(toFailure(cause)).toMatchObject({ reason: 'busy', kind: 'unclear' });
  });

  it('has a message without tokens', () => {
    const token = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB';
    const hook = 'aW50ZXJhY3Rpb246'.repeat(8);
    const failure = toFailure(
      new Error(`request to https://discord.com/api/webhooks/1/${hook} with Bot ${token} failed`),
    );
    expect(failure.message).not.toContain('abcdefghijklm');
    expect(failure.message).not.toContain(hook);
    expect(failure.cause).toBeUndefined();
  });
});
