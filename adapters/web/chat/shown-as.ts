/** How answers can be shown: by the page alone, or beside it as a platform shows them. */
export const SHOWN_AS = ['page', 'telegram', 'discord'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** Reads how answers are to be shown; by the page alone, if it says nothing known. */
export function readShownAs(typed: string | undefined): ShownAs {
  return SHOWN_AS.find((one) => one === typed) ?? 'page';
}

/** The address of a conversation, shown in a way. */
export function addressOf(chat: string, as: ShownAs): string {
  return `/chat/${chat}${as === 'page' ? '' : `?as=${as}`}`;
}
