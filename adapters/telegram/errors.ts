import { TelegramError } from 'telegraf';
import { redact, toUnanswered } from '../../src/messaging/network-error.ts';
import { type CommonKind, type FailureDetails, PlatformFailure } from '../../src/messaging/platform-failure.ts';

/** What a failure is about, if that decides what the bot does next. */
export type FailureKind = CommonKind | 'not-modified' | 'stale' | 'no-message' | 'picture';

/** A token is digits, a colon and at least twenty letters; every address of the Bot API contains it. */
const TOKENS = /\d{5,}:[\w-]{20,}/g;

interface Details extends FailureDetails<FailureKind> {
  item?: number;
}

/** A failed request. */
export class TelegramFailure extends PlatformFailure<FailureKind> {
  override readonly name = 'TelegramFailure';
  /** The number of the picture in an album that could not be fetched, from 1. */
  readonly item: number | undefined;

  constructor({ item, ...details }: Details, cause?: unknown) {
    const message = redact(cause instanceof Error ? cause.message : String(cause), TOKENS);
    super({ message, ...details, unclear: details.kind === 'unclear' });
    this.item = item;
  }
}

/** Whether an error is a failure of one of these kinds. */
export function hasKind(error: unknown, ...kinds: readonly FailureKind[]): error is TelegramFailure {
  return error instanceof TelegramFailure && kinds.includes(error.kind);
}

/**
 * What each refusal means, by its wording in tdlib/telegram-bot-api (Client.cpp) and tdlib/td (MessagesManager.cpp): the
 * Bot API has no codes of its own for them. First match wins.
 */
const MEANINGS: readonly (readonly [wording: RegExp, details: Details])[] = [
  [/message is not modified/i, { reason: 'refused', kind: 'not-modified' }],
  [/query is too old|query ID is invalid|QUERY_ID_INVALID/i, { reason: 'refused', kind: 'stale' }],
  [
    /message to (?:edit|delete|be replied) not found|message can't be edited|there is no (?:text|caption) in the message|MESSAGE_ID_INVALID/i,
    { reason: 'refused', kind: 'no-message' },
  ],
  [
    /wrong file identifier|failed to get HTTP URL content|wrong type of the web page content|Wrong HTTP URL|failed to send message #|IMAGE_PROCESS_FAILED|WC_CONVERT_URL_INVALID|PHOTO_INVALID_DIMENSIONS|WEBPAGE_(?:CURL_FAILED|MEDIA_EMPTY)|MEDIA_EMPTY|too big for a photo|PHOTO_EXT_INVALID/i,
    { reason: 'refused', kind: 'picture' },
  ],
  [
    /chat not found|message thread not found|TOPIC_DELETED|bot was (?:blocked|kicked)|user is deactivated|not a member|group chat was deleted|can't initiate conversation|PEER_ID_INVALID|chat was deleted/i,
    { reason: 'gone' },
  ],
  [
    /not enough rights|need administrator rights|have no rights|CHAT_\w*FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i,
    { reason: 'forbidden' },
  ],
];

/** Translates what telegraf threw. Without a response it is unclear whether the request took effect. */
export function toFailure(cause: unknown): TelegramFailure {
  if (cause instanceof TelegramFailure) return cause;
  if (cause instanceof TelegramError) return new TelegramFailure(detailsOf(cause), cause);
  return new TelegramFailure(toUnanswered(cause, TOKENS));
}

/** Whether Telegram refused a request for an unknown reason: it may accept another form. */
export function isUnknownRefusal(error: unknown): boolean {
  return error instanceof TelegramFailure && error.reason === 'refused' && error.kind === 'other';
}

function detailsOf({ code, description, parameters }: TelegramError): Details {
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = parameters ?? {};
  if (seconds !== undefined) return { reason: 'busy', retryAfterMs: seconds * 1000 };
  if (movedTo !== undefined) return { reason: 'moved', movedTo: String(movedTo) };
  if (code >= 500) return { reason: 'busy', kind: 'unclear' };
  if (code === 429) return { reason: 'busy', retryAfterMs: 1000 };
  if (code === 401 || code === 404 || code === 409) return { reason: 'busy', kind: 'stopped' };
  const [, meaning] = MEANINGS.find(([wording]) => wording.test(description)) ?? [];
  const item = /failed to send message #(\d+)/i.exec(description)?.[1];
  return { reason: code === 403 ? 'gone' : 'refused', ...meaning, ...(item !== undefined && { item: Number(item) }) };
}
