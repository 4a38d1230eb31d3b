import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import type { KeyedQueue } from '../../src/messaging/keyed-queue.ts';
import type { PlatformContext } from '../shared/platform.ts';
import type { Access } from './access.ts';
import type { ReadDocument } from './attached-document.ts';
import type { Client } from './client.ts';
import type { MessageLog } from './message-log.ts';
import type { Outbox } from './outbox.ts';
import type { Typing } from './typing.ts';
import type { Inbox } from './updates/inbox.ts';
import type { Me } from './updates/read-update.ts';
import type { Unanswered } from './updates/unanswered.ts';

/** How updates arrive at an address of the bot. */
export interface Webhook {
  url: string;
  secret: string;
  whenAnswered: Unanswered['whenAnswered'];
}

/** What the adapter consists of. */
export interface TelegramContext extends PlatformContext {
  client: Client;
  outbox: Outbox;
  typing: Typing;
  readDocument: ReadDocument;
  messageLog: MessageLog;
  inbox: Inbox;
  /** If Telegram sends the updates itself. */
  webhook: Webhook | undefined;
  queue: KeyedQueue;
  /** Resolves if Telegram answers now. Whoever asks meanwhile shares the answer: a bot that takes over has many deliveries at once. */
  checkResponds(): Promise<unknown>;
  /** Whether Telegram answers on a new connection. */
  isReachable(): Promise<boolean>;
  /** Aborts when the bot stops. */
  signal: AbortSignal;
}

/** What is also known once the bot is connected. */
export interface Session extends TelegramContext {
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  me: Me;
  access: Access;
}
