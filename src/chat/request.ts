import type { Language } from '../locales/language.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';

/** Someone asked for something. */
export interface CommandRequest {
  /** The command's name without the slash. */
  name: string;
  /** What was typed behind the name, or the options by name where the platform has typed ones. */
  input: string | Readonly<Record<string, string>>;
  /** All that was typed, where it had no slash: words to look for, or an address, unless a command is called so. */
  words?: string;
  /** The language to answer in. */
  language: Language;
  /** The BCP 47 tag that the platform tells of who asks. */
  locale?: string;
  in: Address;
  /** Who asks, unique on the platform. */
  by: string;
  /** The article that the message replied to is about. */
  about?: string;
  /** Whether who asks may change what the bot does here; absent where everybody may, as at a terminal. */
  mayManage?(): Promise<boolean>;
}

/** Answers a request; never rejects: what goes wrong is a view too. */
export type Dispatch = (request: CommandRequest) => Promise<View>;
