import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { redact, toUnanswered } from '../../src/messaging/network-error.ts';
import { type CommonKind, type FailureDetails, PlatformFailure } from '../../src/messaging/platform-failure.ts';
import { isObject } from './answer-shapes.ts';

/** What a failure is about, if that decides what is done next. */
export type FailureKind =
  | CommonKind
  | 'acknowledged'
  | 'expired'
  | 'unknown-webhook'
  | 'unknown-message'
  | 'non-text-channel'
  | 'already-crossposted'
  | 'picture'
  | 'content'
  | 'harmful-link'
  | 'title'
  | 'tag-required'
  | 'invalid-form'
  | 'gateway-closed';

/** Three pieces with dots between them, or the long token of an interaction, which is part of an address. */
const TOKENS = /[\w-]{20,}(?:\.[\w-]+){2,}|[\w-]{60,}/g;

interface Details extends FailureDetails<FailureKind> {
  paths?: readonly (readonly string[])[];
  isVague?: boolean;
}

export class DiscordFailure extends PlatformFailure<FailureKind> {
  override readonly name = 'DiscordFailure';
  /** The parts of the request that Discord found invalid, each as the keys that lead to it. */
  readonly paths: readonly (readonly string[])[];
  /** Discord does not say what is wrong. It may accept another form of the message: a 500 can mean that it is too large. */
  readonly isVague: boolean;

  constructor({ paths = [], isVague = false, ...details }: Details, cause?: unknown) {
    super({ message: redact(cause instanceof Error ? cause.message : String(cause), TOKENS), ...details });
    this.paths = paths;
    this.isVague = isVague;
  }
}

export function hasKind(error: unknown, ...kinds: readonly FailureKind[]): error is DiscordFailure {
  return error instanceof DiscordFailure && kinds.includes(error.kind);
}

export const UNKNOWN_TOKEN: Details = { reason: 'busy', kind: 'stopped', message: 'Discord does not know this token.' };

/** What a code means: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const MEANINGS: ReadonlyMap<number, Details> = new Map<number, Details>([
  // Unknown channel, unknown guild, and two codes for a user who accepts no direct messages.
  ...same([10_003, 10_004, 50_007, 50_278], { reason: 'gone' }),
  // Missing access, missing permissions, an archived thread, a locked thread.
  ...same([50_001, 50_013, 50_083, 160_005], { reason: 'forbidden' }),
  // A forum requires a tag, and there is none that the bot may use.
  [40_067, { reason: 'forbidden', kind: 'tag-required' }],
  // The title of a thread contains forbidden words.
  [200_001, { reason: 'refused', kind: 'title' }],
  // Too many direct messages at once; quarantine for spam; too many active threads, also in an announcement channel.
  [40_003, { reason: 'busy', retryAfterMs: 10 * 60_000 }],
  [20_026, { reason: 'busy', retryAfterMs: 60 * 60_000 }],
  ...same([160_006, 160_007], { reason: 'busy', retryAfterMs: 10 * 60_000 }),
  // Slow mode, the write limits of a channel and of a server, an overloaded API.
  ...same([20_016, 20_028, 20_029, 130_000], { reason: 'busy' }),
  // Unknown interaction, invalid webhook token: Discord no longer waits. It may also not know the webhook of an interaction yet.
  ...same([10_062, 50_027], { reason: 'refused', kind: 'expired' }),
  [10_015, { reason: 'refused', kind: 'unknown-webhook' }],
  [10_008, { reason: 'refused', kind: 'unknown-message' }],
  // A forum contains posts, and no messages of its own.
  [50_008, { reason: 'refused', kind: 'non-text-channel' }],
  [40_033, { reason: 'refused', kind: 'already-crossposted' }],
  // A message that cannot be crossposted.
  ...same([50_024, 50_068], { reason: 'refused' }),
  [40_060, { reason: 'refused', kind: 'acknowledged' }],
  // A link in the message is on Discord's list of harmful ones.
  [240_000, { reason: 'refused', kind: 'harmful-link' }],
  // An invalid token; a ban by Cloudflare.
  ...same([50_014, 40_333], { reason: 'busy', kind: 'stopped' }),
]);

function same(codes: readonly number[], details: Details): [number, Details][] {
  return codes.map((code) => [code, details]);
}

const RATE_LIMITED = 429;

/** Translates what discord.js threw. */
export function toFailure(cause: unknown): DiscordFailure {
  if (cause instanceof DiscordFailure) return cause;
  if (cause instanceof RateLimitError)
    return new DiscordFailure({ ...toRateLimitDetails(cause), status: RATE_LIMITED }, cause);
  if (cause instanceof DiscordAPIError) return new DiscordFailure({ ...refused(cause), status: cause.status }, cause);
  if (cause instanceof HTTPError)
    return new DiscordFailure({ ...unanswered(cause.status), status: cause.status }, cause);
  return new DiscordFailure(toUnanswered(cause, TOKENS));
}

/** An answer that is not of the documented shape: the request may have taken effect. */
const UNEXPECTED: Details = { reason: 'busy', kind: 'unclear', message: 'Discord gave an unexpected answer.' };

export function toUnexpectedAnswerFailure(): DiscordFailure {
  return new DiscordFailure(UNEXPECTED);
}

/** The failure of a message that may have arrived and cannot be looked for: a retry may show it twice. */
export function toUnclearDelivery(failure: DiscordFailure): DiscordFailure {
  return new DiscordFailure({ reason: 'busy', kind: 'unclear', message: failure.message, unclear: true });
}

/** The failure of a message that Discord keeps refusing without saying why: it may accept another form of the message. */
export function toInvalidFormFailure(failure: DiscordFailure): DiscordFailure {
  return new DiscordFailure({ reason: 'busy', kind: 'invalid-form', message: failure.message }, failure);
}

/** An invalid request, or one that is too large. */
const CONTENT_STATUSES = [400, 413];

/** A 429 without a time to wait comes from Cloudflare and not from Discord. */
const CLOUDFLARE_BAN_MS = 10 * 60 * 1000;

function toRateLimitDetails({ retryAfter }: RateLimitError): Details {
  const message = 'Discord asks to wait.';
  if (retryAfter > 0) return { reason: 'busy', retryAfterMs: Math.ceil(retryAfter), message };
  return { reason: 'busy', kind: 'stopped', retryAfterMs: CLOUDFLARE_BAN_MS, message };
}

function refused({ code, status, rawError }: DiscordAPIError): Details {
  if (!isObject(rawError) || Array.isArray(rawError)) return UNEXPECTED;
  const known = MEANINGS.get(Number(code));
  if (known !== undefined) return known;
  if (status >= 500 || status === 401) return unanswered(status);
  if (status === 403) return { reason: 'forbidden' };
  // It refuses an edit in this way if it could not fetch a picture just then (discord-api-docs#7550).
  if (code === undefined && status === 400) return { reason: 'busy', isVague: true };
  const paths = 'errors' in rawError ? pathsOf(rawError.errors) : [];
  if (paths.length > 0 && paths.every(([field]) => field === 'name'))
    return { reason: 'refused', kind: 'title', paths };
  if (paths.some((path) => path.includes('media'))) return { reason: 'refused', kind: 'picture', paths };
  return { reason: 'refused', kind: CONTENT_STATUSES.includes(status) ? 'content' : 'other', paths };
}

function unanswered(status: number): Details {
  if (status === 401) return UNKNOWN_TOKEN;
  if (status >= 500) {
    const message = `Discord answers with ${status}.`;
    return { reason: 'busy', kind: 'unclear', message, isVague: status === 500 };
  }
  return { reason: status === 403 ? 'forbidden' : 'refused' };
}

/** The paths in Discord's tree of errors: `_errors` lists what is wrong with the value that the keys lead to. */
function pathsOf(tree: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => (key === '_errors' ? [path] : pathsOf(value, [...path, key])));
}
