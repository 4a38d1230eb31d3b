import type { Entity } from './parse-html.ts';

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  first_name?: string;
  is_forum?: true;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface Keyboard {
  inline_keyboard: Button[][];
}

/** The content of a message. */
export interface Content {
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: { file_id: string; file_unique_id: string; width: number; height: number }[];
  /** The address of the picture, for tests only; Telegram does not send it. */
  photo_source?: string;
  document?: { file_id: string; file_unique_id: string; file_name: string; mime_type: string; file_size: number };
  /** The text of the document, for tests only; Telegram does not send it. */
  document_text?: string;
  link_preview_options?: unknown;
  reply_markup?: Keyboard;
}

export interface Message extends Content {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  is_automatic_forward?: true;
  via_bot?: User;
  reply_to_message?: Message;
  message_thread_id?: number;
  is_topic_message?: true;
  media_group_id?: string;
  edit_date?: number;
  forum_topic_created?: { name: string };
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
}

/** A queued update: an id and one event. */
export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

/** A pressed button; `answer` is set once the bot answers. */
export interface CallbackQuery {
  id: string;
  updateId: number | undefined;
  data: string;
  answer?: { text?: string; url?: string; show_alert: boolean };
}

/** A result offered in inline mode. */
export interface InlineResult {
  id: string;
  type: string;
  title?: string;
  /** The message that is posted if it is chosen. */
  content: Content;
  [field: string]: unknown;
}

/** An inline query; `answer` is set once the bot answers. */
export interface InlineQuery {
  id: string;
  updateId: number | undefined;
  query: string;
  answer?: { results: InlineResult[]; next_offset?: string; button?: { text: string; start_parameter: string } };
}
