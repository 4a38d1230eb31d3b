import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { toUnanswered } from '../../src/messaging/network-error.ts';
import { type CommonKind, type FailureDetails, PlatformFailure } from '../../src/messaging/platform-failure.ts';
import { redact } from '../../src/messaging/redact.ts';

/** What a refusal of Discord is about, where that decides what is done next. */
export type FailureKind =
  | CommonKind
  | 'acknowledged'
  | 'stale'
  | 'no-message'
  | 'no-text'
  | 'handed-on'
  | 'picture'
  | 'links'
  | 'form'
  | 'closed';

/** Three pieces with dots between them are a token; those of interactions, which stand in addresses, are longer pieces. */
const TOKENS = /[\w-]{20,}(?:\.[\w-]+){2,}|[\w-]{60,}/g;

interface Details extends FailureDetails<FailureKind> {
  paths?: readonly (readonly string[])[];
  isServerError?: boolean;
}

/** A request that failed, translated once. */
export class DiscordFailure extends PlatformFailure<FailureKind> {
  override readonly name = 'DiscordFailure';
  /** Where in the request Discord found something wrong, each as the keys that lead there. */
  readonly paths: readonly (readonly string[])[];
  /** Whether Discord answered with a bare 500, which is also what a message that is too large gets. */
  readonly isServerError: boolean;

  constructor({ paths = [], isServerError = false, ...details }: Details, cause?: unknown) {
    super({ message: redact(cause instanceof Error ? cause.message : String(cause), TOKENS), ...details });
    this.paths = paths;
    this.isServerError = isServerError;
  }
}

/** Whether a failure is Discord's, and about one of these. */
export function hasKind(error: unknown, ...kinds: readonly FailureKind[]): error is DiscordFailure {
  return error instanceof DiscordFailure && kinds.includes(error.kind);
}

/** What a code means: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const MEANINGS: ReadonlyMap<number, Details> = new Map<number, Details>([
  // Unknown channel, unknown guild, and two ways of saying that somebody takes no direct messages.
  ...same([10_003, 10_004, 50_007, 50_278], { reason: 'gone' }),
  // Missing access, missing permissions, an archived thread, a locked thread.
  ...same([50_001, 50_013, 50_083, 160_005], { reason: 'forbidden' }),
  // Slow mode, and writing too much in a channel or a server; the API is overloaded.
  ...same([20_016, 20_028, 20_029, 130_000], { reason: 'busy' }),
  // An interaction that waited too long, or whose token has run out.
  ...same([10_062, 10_015, 50_027], { reason: 'refused', kind: 'stale' }),
  [10_008, { reason: 'refused', kind: 'no-message' }],
  // A forum holds posts, and no messages of its own.
  [50_008, { reason: 'refused', kind: 'no-text' }],
  [40_033, { reason: 'refused', kind: 'handed-on' }],
  // Nothing that can be handed on.
  ...same([50_024, 50_068], { reason: 'refused' }),
  [40_060, { reason: 'refused', kind: 'acknowledged' }],
  // A link in the message is on Discord's list of harmful ones.
  [240_000, { reason: 'refused', kind: 'links' }],
  // The token is no good; Cloudflare keeps us out.
  ...same([50_014, 40_333], { reason: 'busy', kind: 'stopped' }),
]);

function same(codes: readonly number[], details: Details): [number, Details][] {
  return codes.map((code) => [code, details]);
}

/** Translates what discord.js threw. An answer that never came leaves it unclear whether the request took effect. */
export function toFailure(cause: unknown): DiscordFailure {
  if (cause instanceof DiscordFailure) return cause;
  if (cause instanceof RateLimitError) return new DiscordFailure(toRateLimitDetails(cause), cause);
  if (cause instanceof DiscordAPIError) return new DiscordFailure(refused(cause), cause);
  if (cause instanceof HTTPError) return new DiscordFailure(unanswered(cause.status), cause);
  return new DiscordFailure(toUnanswered(cause, TOKENS));
}

/** A failure that repeats for one message and no other: Discord does not take this form of it, however long one waits. */
export function toFormFailure(failure: DiscordFailure): DiscordFailure {
  return new DiscordFailure({ reason: 'busy', kind: 'form', message: failure.message }, failure);
}

/** Without a time to wait for it is no answer of Discord's but of what stands before it, and that means minutes. */
const CLOUDFLARE_BAN_MS = 10 * 60 * 1000;

function toRateLimitDetails({ retryAfter }: RateLimitError): Details {
  const message = 'Discord asks to wait.';
  if (retryAfter > 0) return { reason: 'busy', retryAfterMs: Math.ceil(retryAfter), message };
  return { reason: 'busy', kind: 'stopped', retryAfterMs: CLOUDFLARE_BAN_MS, message };
}

function refused({ code, status, rawError }: DiscordAPIError): Details {
  const known = MEANINGS.get(Number(code));
  if (known !== undefined) return known;
  if (status >= 500 || status === 401) return unanswered(status);
  if (status === 403) return { reason: 'forbidden' };
  const paths = 'errors' in rawError ? pathsOf(rawError.errors) : [];
  const kind = paths.some(isPicture) ? 'picture' : 'other';
  return { reason: 'refused', kind, paths };
}

function unanswered(status: number): Details {
  if (status === 401) return { reason: 'busy', kind: 'stopped', message: 'Discord does not know this token.' };
  if (status >= 500) {
    const message = `Discord answers with ${status}.`;
    return { reason: 'busy', kind: 'unclear', message, isServerError: status === 500 };
  }
  return { reason: status === 403 ? 'forbidden' : 'refused' };
}

/** Walks Discord's tree of errors: at `_errors` stands what is wrong with the value that the keys lead to. */
function pathsOf(tree: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => (key === '_errors' ? [path] : pathsOf(value, [...path, key])));
}

function isPicture(path: readonly string[]): boolean {
  return path.includes('media');
}
