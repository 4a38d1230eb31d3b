import { TelegramError } from 'telegraf';
import { redact, toUnanswered } from '../../src/messaging/network-error.ts';
import { type CommonKind, type FailureDetails, PlatformFailure } from '../../src/messaging/platform-failure.ts';
import { pattern } from '../../src/text/pattern.ts';

/** What a failure is about, if that decides what the bot does next. */
export type FailureKind = CommonKind | 'not-modified' | 'stale' | 'no-message' | 'picture' | 'keyboard' | 'no-thread';

/** A token is digits, a colon and at least twenty letters; every address of the Bot API contains it. */
const TOKENS = /\d{5,}:[\w-]{20,}/g;

interface Details extends FailureDetails<FailureKind> {
  item?: number;
  isConflict?: boolean;
}

/** A failed request. */
export class TelegramFailure extends PlatformFailure<FailureKind> {
  override readonly name = 'TelegramFailure';
  /** The number of the picture in an album that could not be fetched, from 1. */
  readonly item: number | undefined;
  /** Whether another program polls with the same token. */
  readonly isConflict: boolean;

  constructor({ item, isConflict = false, ...details }: Details, cause?: unknown) {
    const message = redact(cause instanceof Error ? cause.message : String(cause), TOKENS);
    super({ message, ...details, unclear: details.kind === 'unclear' });
    this.item = item;
    this.isConflict = isConflict;
  }
}

/** A response without its fields: the request may have taken effect. */
const MALFORMED: Details = { reason: 'busy', kind: 'unclear', message: 'The answer of Telegram could not be read.' };

/** The failure of a request that got a malformed response. */
export function malformedResponse(): TelegramFailure {
  return new TelegramFailure(MALFORMED);
}

/** Whether an error is a failure of one of these kinds. */
export function hasKind(error: unknown, ...kinds: readonly FailureKind[]): error is TelegramFailure {
  return error instanceof TelegramFailure && kinds.includes(error.kind);
}

/**
 * What each refusal means, by its wording in tdlib/telegram-bot-api (Client.cpp) and tdlib/td (MessagesManager.cpp), and by
 * codes of Telegram's servers that are passed on. The Bot API has no codes of its own for them. First match wins.
 */
const MEANINGS: readonly (readonly [wording: RegExp, details: Details])[] = [
  [/message is not modified/i, { reason: 'refused', kind: 'not-modified' }],
  [/query is too old|query ID is invalid|QUERY_ID_INVALID/i, { reason: 'refused', kind: 'stale' }],
  [
    /message to (?:edit|delete|be replied) not found|message can't be edited|there is no (?:text|caption) in the message|MESSAGE_ID_INVALID/i,
    { reason: 'refused', kind: 'no-message' },
  ],
  [/reply markup is too long|REPLY_MARKUP_TOO_LONG/i, { reason: 'refused', kind: 'keyboard' }],
  [/message thread not found/i, { reason: 'gone', kind: 'no-thread' }],
  [
    pattern('i')`
      wrong file identifier|failed to get HTTP URL content|wrong type of the web page content|Wrong HTTP URL
      |IMAGE_PROCESS_FAILED|WC_CONVERT_URL_INVALID|PHOTO_INVALID_DIMENSIONS|WEBPAGE_(?:CURL_FAILED|MEDIA_EMPTY)
      |MEDIA_EMPTY|too big for a photo|PHOTO_EXT_INVALID
    `,
    { reason: 'refused', kind: 'picture' },
  ],
  [
    pattern('i')`
      chat not found|TOPIC_DELETED|bot was (?:blocked|kicked)|user is deactivated|not a member
      |group chat was deleted|can't initiate conversation|PEER_ID_INVALID|chat was deleted
      |CHANNEL_(?:PRIVATE|INVALID)|CHAT_ID_INVALID|USER_IS_BLOCKED|(?:INPUT_)?USER_(?:DEACTIVATED|IS_BOT)
      |USER_ID_INVALID
    `,
    { reason: 'gone' },
  ],
  [
    pattern('i')`
      not enough rights|need administrator rights|have no rights|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED
      |CHAT_ADMIN_REQUIRED|CHAT_WRITE_RESTRICTED|USER_BANNED_IN_CHANNEL|USER_(?:PRIVACY_)?RESTRICTED
      |PRIVACY_PREMIUM_REQUIRED|ALLOW_PAYMENT_REQUIRED|YOU_BLOCKED_USER
    `,
    { reason: 'forbidden' },
  ],
];
/** The refusal of one message of an album contains the reason: tdlib/telegram-bot-api, Client.cpp. */
const IN_ALBUM = /failed to send message #(\d+)(?: with the error message "(.*)")?/is;
const OTHER_POLL = /terminated by other getUpdates/i;
/** Timers have a limit of 24 days. */
const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const FLOOD_WAIT = /retry after (\d+)|(?:FLOOD|SLOWMODE)\w*_WAIT_(\d+)/i;

/** Translates what telegraf threw. Without a response it is unclear whether the request took effect. */
export function toFailure(cause: unknown): TelegramFailure {
  if (cause instanceof TelegramFailure) return cause;
  if (cause instanceof TelegramError) return new TelegramFailure({ ...detailsOf(cause), ...statusOf(cause) }, cause);
  return new TelegramFailure(toUnanswered(cause, TOKENS));
}

/** Whether Telegram refused a request for its form, or for an unknown reason: it may accept another form. */
export function isUnknownRefusal(error: unknown): boolean {
  return hasKind(error, 'other', 'keyboard') && error.reason === 'refused';
}

function statusOf({ response }: TelegramError): { status?: number } {
  const status: unknown = response?.error_code;
  return typeof status === 'number' ? { status } : {};
}

function detailsOf({ response, parameters }: TelegramError): Details {
  const { error_code: code, description }: { error_code?: unknown; description?: unknown } = response ?? {};
  if (typeof code !== 'number' || typeof description !== 'string') return MALFORMED;
  const { migrate_to_chat_id: movedTo } = parameters ?? {};
  const [, item, inner = ''] = IN_ALBUM.exec(description) ?? [];
  const retryAfterMs = readRetryAfter(code, description, parameters?.retry_after);
  if (retryAfterMs !== undefined) return { reason: 'busy', retryAfterMs };
  if (movedTo !== undefined) return { reason: 'moved', movedTo: String(movedTo) };
  if (code >= 500) return { reason: 'busy', kind: 'unclear' };
  if (code === 401 || code === 404 || code === 409) {
    return { reason: 'busy', kind: 'stopped', isConflict: OTHER_POLL.test(description) };
  }
  if (item !== undefined) return { reason: 'refused', kind: 'picture', item: Number(item), ...meaningOf(inner) };
  return { reason: code === 403 ? 'gone' : 'refused', ...meaningOf(description) };
}

function meaningOf(description: string): Details | undefined {
  return MEANINGS.find(([wording]) => wording.test(description))?.[1];
}

/** The delay that Telegram asks for: in its own field, or only in the words. */
function readRetryAfter(code: number, description: string, field: unknown): number | undefined {
  const [, spoken, coded] = FLOOD_WAIT.exec(description) ?? [];
  const seconds = typeof field === 'number' && field >= 0 ? field : (spoken ?? coded);
  if (seconds !== undefined) return Math.min(Number(seconds) * 1000, LONGEST_RETRY_AFTER_MS);
  return code === 429 ? 1000 : undefined;
}
