/** A chat on a platform, or a thread or topic of it. */
export interface Address {
  platform: string;
  chat: string;
  thread?: string;
  /** The community that contains the chat, if the platform has communities. */
  server?: string;
  /** The chat is a forum, and the thread one of its posts. A message to the chat itself becomes a new post. */
  forum?: true;
}
