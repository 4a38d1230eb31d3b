interface Extra {
  errors?: object;
  /** How long the bot must wait, in seconds. */
  retryAfter?: number;
  scope?: Scope;
  headers?: Readonly<Record<string, string>>;
}

export type Scope = 'user' | 'global' | 'shared';

interface ErrorResponse {
  status: number;
  code: number;
  message: string;
  /** A mistake of the bot. A correct bot can get all other errors. */
  isViolation?: true;
}

/** An error response to a request. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly isViolation: boolean;
  readonly extra: Extra;

  constructor({ status, code, message, isViolation }: ErrorResponse, extra: Extra = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.isViolation = isViolation ?? false;
    this.extra = extra;
  }
}

/** Numbers and words: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const REASONS = {
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  noRoute: { status: 404, code: 0, message: '404: Not Found', isViolation: true },
  notAllowed: { status: 405, code: 0, message: '405: Method Not Allowed', isViolation: true },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  unknownTag: { status: 404, code: 10087, message: 'Unknown tag' },
  otherApplication: {
    status: 403,
    code: 20012,
    message: 'You are not authorized to perform this action on this application',
    isViolation: true,
  },
  tooManyWrites: {
    status: 429,
    code: 20028,
    message: 'The write action you are performing on the channel has hit the write rate limit.',
  },
  slowMode: {
    status: 429,
    code: 20016,
    message: 'This action cannot be performed due to slowmode rate limit',
  },
  rateLimited: { status: 429, code: 0, message: 'You are being rate limited.' },
  tooManyCommands: {
    status: 400,
    code: 30032,
    message: 'Maximum number of application commands reached (100)',
    isViolation: true,
  },
  alreadyCrossposted: { status: 400, code: 40033, message: 'This message has already been crossposted' },
  acknowledged: {
    status: 400,
    code: 40060,
    message: 'Interaction has already been acknowledged.',
    isViolation: true,
  },
  tagRequired: {
    status: 400,
    code: 40067,
    message: 'A tag is required to create a forum post in this channel',
    isViolation: true,
  },
  tooManyFollowUps: {
    status: 400,
    code: 40094,
    message: 'This interaction has hit the maximum number of follow up messages',
    isViolation: true,
  },
  entryPointLeftOut: {
    status: 400,
    code: 50240,
    message: "You cannot remove this app's Entry Point command in a bulk update operation.",
    isViolation: true,
  },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  otherAuthor: {
    status: 403,
    code: 50005,
    message: 'Cannot edit a message authored by another user',
    isViolation: true,
  },
  empty: { status: 400, code: 50006, message: 'Cannot send an empty message', isViolation: true },
  closed: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  // A bot may learn in this way that a channel is a forum.
  noText: { status: 400, code: 50008, message: 'Cannot send messages in a non-text channel' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  wrongChannelType: {
    status: 400,
    code: 50024,
    message: 'Cannot execute action on this channel type',
    isViolation: true,
  },
  expired: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  noRecipient: { status: 400, code: 50033, message: 'Invalid Recipient(s)', isViolation: true },
  wrongForm: { status: 400, code: 50035, message: 'Invalid Form Body', isViolation: true },
  archived: { status: 400, code: 50083, message: 'Thread is archived' },
  noJson: {
    status: 400,
    code: 50109,
    message: 'The request body contains invalid JSON.',
    isViolation: true,
  },
  threadExists: {
    status: 400,
    code: 160004,
    message: 'A thread has already been created for this message',
    isViolation: true,
  },
  locked: { status: 403, code: 160005, message: 'This thread is locked' },
  serverError: { status: 500, code: 0, message: '500: Internal Server Error' },
  harmfulLink: { status: 400, code: 240_000, message: 'Message blocked by harmful links filter' },
  notEmulated: { status: 501, code: 0, message: 'The emulator does not know this.', isViolation: true },
} as const satisfies Record<string, ErrorResponse>;

export function refusal(reason: keyof typeof REASONS, extra: Extra = {}): Refusal {
  return new Refusal(REASONS[reason], extra);
}
