/** Where something is said: a chat on a platform, and a thread or topic of it. */
export interface Address {
  platform: string;
  chat: string;
  thread?: string;
  /** The community that the chat is one of, where the platform has such. */
  server?: string;
  /** The chat is a forum, the thread one of its posts: what is sent to the chat itself becomes a post of its own. */
  forum?: true;
}
