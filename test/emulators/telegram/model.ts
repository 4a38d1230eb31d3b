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

/** What a message shows. */
export interface Content {
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: { file_id: string; file_unique_id: string; width: number; height: number }[];
  /** The address that a picture was fetched from: tests look at it, Telegram does not tell it. */
  photo_source?: string;
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
  reply_to_message?: Message;
  message_thread_id?: number;
  is_topic_message?: true;
  media_group_id?: string;
  edit_date?: number;
  forum_topic_created?: { name: string };
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
}

/** An update as it is queued: its id, and one thing that happened. */
export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

/** A button that somebody pressed; `answer` comes when the bot answers. */
export interface Press {
  id: string;
  updateId: number | undefined;
  data: string;
  answer?: { text?: string; url?: string; show_alert: boolean };
}

/** What is offered in inline mode. */
export interface InlineResult {
  id: string;
  type: string;
  title?: string;
  /** What is posted when it is chosen. */
  shown: Content;
  [field: string]: unknown;
}

/** An inline query; `answer` comes when the bot answers. */
export interface Question {
  id: string;
  updateId: number | undefined;
  query: string;
  answer?: { results: InlineResult[]; next_offset?: string; button?: { text: string; start_parameter: string } };
}
