import type { Language } from '../locales/languages.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';
import type { AttachedFile } from './attached-file.ts';

/** A command from a person. */
export interface CommandRequest {
  /** The command's name without the slash. */
  name: string;
  /** The text after the name, or named options on platforms that have them. */
  input: string | Readonly<Record<string, string>>;
  /** The whole text, if it has no slash: a search or an address, unless it starts with a command's name. */
  words?: string;
  /** The language of the answer. */
  language: Language;
  /** The person's BCP 47 language tag, if the platform knows it. */
  locale?: string;
  in: Address;
  /** The person's id, unique on the platform. */
  by: string;
  /** The file that was sent along. */
  file?: AttachedFile;
  /** The article of the message that this replies to. */
  about?: string;
  /** Whether the person may manage the bot here. Absent if everybody may, as in a terminal. */
  mayManage?(): Promise<boolean>;
  /** Whether the bot may post in this place by itself. Absent if the platform does not tell. */
  mayPost?: boolean;
}

/** Answers a request. Never rejects: errors become views. */
export type Dispatch = (request: CommandRequest) => Promise<View>;
